import { SINGLETON } from '../../../specs/key.ts';
import {
  accounts,
  accountsByNumber,
  nextAccountNumber,
  type AccountRow,
  type BaseAccount,
} from '../../../specs/tables/auth.ts';
import type { Hex } from '../../../specs/value.ts';
import { bech32 } from '../../bech32.ts';
import type { Context } from '../../context.ts';
import { moduleAddress, permissionsOf, type ModuleAccountName } from './module-accounts.ts';

/** Whether an account exists. */
export function hasAccount({ draft }: Context, address: Hex): boolean {
  return draft.has(accounts, address);
}

/** The base account of a user or a module; `undefined` if there is none. */
export function baseAccount({ draft }: Context, address: Hex): BaseAccount | undefined {
  const row = draft.get(accounts, address);
  return row === undefined ? undefined : baseOf(row);
}

/** Makes an account with the next number; call it only where there is none. */
export function createAccount(context: Context, address: Hex): void {
  write(context, address, {
    '@type': '/cosmos.auth.v1beta1.BaseAccount',
    address: bech32(context.bech32Prefix, address),
    pub_key: null,
    account_number: takeNumber(context),
    sequence: 0n,
  });
}

/**
 * The address of a module's account, which is made when it is first asked for: with the next number, or with that of
 * the account that somebody made of the address before by sending coins there.
 */
export function moduleAccount(context: Context, name: ModuleAccountName): Hex {
  const address = moduleAddress(name);
  const known = context.draft.get(accounts, address);
  if (known?.['@type'] === '/cosmos.auth.v1beta1.ModuleAccount') return address;
  write(context, address, {
    '@type': '/cosmos.auth.v1beta1.ModuleAccount',
    base_account: {
      address: bech32(context.bech32Prefix, address),
      pub_key: null,
      account_number: known?.account_number ?? takeNumber(context),
      sequence: 0n,
    },
    name,
    permissions: permissionsOf(context, name),
  });
  return address;
}

/** Changes what an account has; the account must exist. */
export function updateAccount(context: Context, address: Hex, change: Partial<BaseAccount>): void {
  const row = context.draft.get(accounts, address);
  if (row === undefined) throw new Error(`there is no account ${address}`);
  const changed =
    row['@type'] === '/cosmos.auth.v1beta1.ModuleAccount'
      ? { ...row, base_account: { ...row.base_account, ...change } }
      : { ...row, ...change };
  context.draft.set(accounts, address, changed);
}

function takeNumber({ draft }: Context): bigint {
  const number = draft.get(nextAccountNumber, SINGLETON) ?? 0n;
  draft.set(nextAccountNumber, SINGLETON, number + 1n);
  return number;
}

function write({ draft }: Context, address: Hex, row: AccountRow): void {
  draft.set(accounts, address, row);
  draft.set(accountsByNumber, accountsByNumber.key(baseOf(row).account_number), address);
}

function baseOf(row: AccountRow): BaseAccount {
  return row['@type'] === '/cosmos.auth.v1beta1.ModuleAccount' ? row.base_account : row;
}
