import { SINGLETON } from '../../specs/key.ts';
import type { State } from '../../model/draft.ts';
import { rowsOf } from '../../specs/rows.ts';
import { accounts, nextAccountNumber, type BaseAccount } from '../../specs/tables/auth.ts';
import type { Hex } from '../../specs/value.ts';

/** What a signature may be for: the accounts of a chain before a block. */
export interface AccountBook {
  /** The key of an account, when it is known. */
  key(address: Hex): Hex | undefined;
  /** The numbers that an account may have in the block: its own, or those that new accounts get. */
  numbers(address: Hex): readonly bigint[];
}

/** So many accounts may be made in a block before the one that signs in the same block. */
const NEW_ACCOUNTS = 16;

/** The accounts of a chain in this state of its model. */
export function accountBook(state: State): AccountBook {
  const rows = rowsOf(state, accounts);
  const at = (address: Hex): BaseAccount | undefined => {
    const row = rows.get(address);
    return row?.['@type'] === '/cosmos.auth.v1beta1.ModuleAccount' ? row.base_account : row;
  };
  return {
    key: (address) => at(address)?.pub_key?.key,
    numbers(address) {
      const known = at(address);
      if (known !== undefined) return [known.account_number];
      const next = rowsOf(state, nextAccountNumber).get(SINGLETON) ?? 0n;
      return Array.from({ length: NEW_ACCOUNTS }, (_, i) => next + BigInt(i));
    },
  };
}
