import type { AccountAddress, Denom } from '../key.ts';
import { table } from '../table.ts';
import type { Hex } from '../value.ts';

/** The store of the bank module. */
const store = 'bank';

/** `cosmos.bank.v1beta1.Params`. */
export type BankParamsRow = {
  readonly send_enabled: readonly { readonly denom: string; readonly enabled: boolean }[];
  readonly default_send_enabled: boolean;
};

/** `cosmos.bank.v1beta1.Metadata` of a denomination. */
export type DenomMetadataRow = {
  readonly description: string;
  readonly denom_units: readonly {
    readonly denom: string;
    readonly exponent: number;
    readonly aliases: readonly string[];
  }[];
  readonly base: string;
  readonly display: string;
  readonly name: string;
  readonly symbol: string;
  readonly uri: string;
  readonly uri_hash: string;
};

/** The sum of all balances by denomination. */
export const supply = table<bigint, [denom: Denom]>({
  name: `${store}/supply`,
  store,
  prefix: '00',
  key: [{ as: 'text' }],
  value: { as: 'int' },
});

/** By denomination. */
export const denomMetadata = table<DenomMetadataRow, [denom: Denom]>({
  name: `${store}/denom-metadata`,
  store,
  prefix: '01',
  key: [{ as: 'text' }],
  value: { as: 'proto', type: 'cosmos.bank.v1beta1.Metadata' },
});

/** The balance of an account by `{address}/{denom}`; a balance of zero has no row. */
export const balances = table<bigint, [address: AccountAddress, denom: Denom]>({
  name: `${store}/balances`,
  store,
  prefix: '02',
  key: [{ as: 'lp8' }, { as: 'text' }],
  value: { as: 'int' },
});

/** The holders of a denomination, by `{denom}/{address}`; the value is empty. */
export const denomHolders = table<Hex, [denom: Denom, address: AccountAddress]>({
  name: `${store}/denom-holders`,
  store,
  prefix: '03',
  key: [{ as: 'textTo', separator: 0 }, { as: 'lp8' }],
  value: { as: 'hex' },
});

/** Whether a denomination may be sent, if that differs from the default. */
export const sendEnabled = table<{ readonly value: boolean }, [denom: Denom]>({
  name: `${store}/send-enabled`,
  store,
  prefix: '04',
  key: [{ as: 'text' }],
  value: { as: 'proto', type: 'google.protobuf.BoolValue' },
});

/** The parameters of the bank module. */
export const bankParams = table<BankParamsRow, []>({
  name: `${store}/params`,
  store,
  prefix: '05',
  key: [],
  value: { as: 'proto', type: 'cosmos.bank.v1beta1.Params' },
});
