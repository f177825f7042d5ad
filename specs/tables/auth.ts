import type { AccountAddress } from '../key.ts';
import { table, textPrefix } from '../table.ts';
import type { Hex } from '../value.ts';

/** The store of the auth module. */
const store = 'acc';

/** A public key of an account in a `google.protobuf.Any`. */
export type AnySecp256k1 = { readonly '@type': '/cosmos.crypto.secp256k1.PubKey'; readonly key: Hex };

/** `cosmos.auth.v1beta1.BaseAccount`. */
export type BaseAccount = {
  readonly address: string;
  /** `null` until the account has signed its first transaction. */
  readonly pub_key: AnySecp256k1 | null;
  readonly account_number: bigint;
  readonly sequence: bigint;
};

/** `BaseAccount` in an `Any`: a user account. */
export type BaseAccountRow = BaseAccount & { readonly '@type': '/cosmos.auth.v1beta1.BaseAccount' };

/** `cosmos.auth.v1beta1.ModuleAccount` in an `Any`: a module account. */
export type ModuleAccountRow = {
  readonly '@type': '/cosmos.auth.v1beta1.ModuleAccount';
  readonly base_account: BaseAccount;
  readonly name: string;
  readonly permissions: readonly string[];
};

/** Any account. */
export type AccountRow = BaseAccountRow | ModuleAccountRow;

/** `cosmos.auth.v1beta1.Params`. */
export type AuthParamsRow = {
  readonly max_memo_characters: bigint;
  readonly tx_sig_limit: bigint;
  readonly tx_size_cost_per_byte: bigint;
  readonly sig_verify_cost_ed25519: bigint;
  readonly sig_verify_cost_secp256k1: bigint;
};

/** The parameters of the auth module. */
export const authParams = table<AuthParamsRow, []>({
  name: 'auth/params',
  store,
  prefix: '00',
  key: [],
  value: { as: 'proto', type: 'cosmos.auth.v1beta1.Params' },
});

/** Accounts by address (20 bytes). */
export const accounts = table<AccountRow, [address: AccountAddress]>({
  name: 'auth/accounts',
  store,
  prefix: '01',
  key: [{ as: 'rest' }],
  value: { as: 'any' },
});

/** The number of the next account. */
export const nextAccountNumber = table<bigint, []>({
  name: 'auth/next-account-number',
  store,
  prefix: '02',
  key: [],
  value: { as: 'u64' },
});

/** Account addresses by account number. */
export const accountsByNumber = table<Hex, [number: bigint]>({
  name: 'auth/accounts-by-number',
  store,
  prefix: textPrefix('accountNumber'),
  key: [{ as: 'u64' }],
  value: { as: 'hex' },
});
