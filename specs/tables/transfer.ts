import type { Denom, Hash } from '../key.ts';
import { table, textPrefix } from '../table.ts';

/** The store of the transfer module (ICS-20). */
const store = 'transfer';

/** A hop: a channel that a denomination came over, as the receiver names it. */
export type HopRow = { readonly port_id: string; readonly channel_id: string };

/** `ibc.applications.transfer.v1.DenomTrace`: the hops in one text, the newest first. */
export type DenomTraceRow = { readonly path: string; readonly base_denom: string };

/** `ibc.applications.transfer.v1.Denom`: the same with a list of hops. */
export type DenomRow = { readonly base: string; readonly trace: readonly HopRow[] };

/** The port that the module owns. */
export const transferPort = table<string, []>({
  name: `${store}/port`,
  store,
  prefix: '01',
  key: [],
  value: { as: 'text' },
});

/** Before ibc-go v9: the denomination of a voucher, by the hash in its name. */
export const denomTraces = table<DenomTraceRow, [hash: Hash]>({
  name: `${store}/denom-traces`,
  store,
  prefix: '02',
  key: [{ as: 'rest' }],
  value: { as: 'proto', type: 'ibc.applications.transfer.v1.DenomTrace' },
});

/** From ibc-go v9 on: the denomination of a voucher, by the hash in its name. */
export const denoms = table<DenomRow, [hash: Hash]>({
  name: `${store}/denoms`,
  store,
  prefix: '03',
  key: [{ as: 'rest' }],
  value: { as: 'proto', type: 'ibc.applications.transfer.v1.Denom' },
});

/** Whether sending and receiving are enabled (ICS-20). */
export const transferParams = table<{ readonly send_enabled: boolean; readonly receive_enabled: boolean }, []>({
  name: `${store}/params`,
  store,
  prefix: textPrefix('params'),
  key: [],
  value: { as: 'proto', type: 'ibc.applications.transfer.v1.Params' },
});

/** By denomination: the total escrow of all channels; zero has no row. */
export const totalEscrow = table<{ readonly int: bigint }, [denom: Denom]>({
  name: `${store}/total-escrow`,
  store,
  prefix: textPrefix('totalEscrowForDenom/'),
  key: [{ as: 'text' }],
  value: { as: 'proto', type: 'cosmos.base.v1beta1.IntProto' },
});
