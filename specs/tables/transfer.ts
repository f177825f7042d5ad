import type { Denom, Hash } from '../key.ts';
import { table, textPrefix } from '../table.ts';

/** The store of the transfer application (ICS-20). */
const store = 'transfer';

/** A channel that a denomination came over, as its receiver names it. */
export type HopRow = { readonly port_id: string; readonly channel_id: string };

/** `ibc.applications.transfer.v1.DenomTrace`: the hops in one text, the newest first. */
export type DenomTraceRow = { readonly path: string; readonly base_denom: string };

/** `ibc.applications.transfer.v1.Denom`: the same with the hops in a row. */
export type DenomRow = { readonly base: string; readonly trace: readonly HopRow[] };

/** The port that the application owns. */
export const transferPort = table<string, []>({
  name: `${store}/port`,
  store,
  prefix: '01',
  key: [],
  value: { as: 'text' },
});

/** Before ibc-go v9, by the hash in the name of a voucher: the denomination that it stands for. */
export const denomTraces = table<DenomTraceRow, [hash: Hash]>({
  name: `${store}/denom-traces`,
  store,
  prefix: '02',
  key: [{ as: 'rest' }],
  value: { as: 'proto', type: 'ibc.applications.transfer.v1.DenomTrace' },
});

/** From ibc-go v9 on, by the hash in the name of a voucher: the denomination that it stands for. */
export const denoms = table<DenomRow, [hash: Hash]>({
  name: `${store}/denoms`,
  store,
  prefix: '03',
  key: [{ as: 'rest' }],
  value: { as: 'proto', type: 'ibc.applications.transfer.v1.Denom' },
});

/** Whether tokens may be sent and received (ICS-20). */
export const transferParams = table<{ readonly send_enabled: boolean; readonly receive_enabled: boolean }, []>({
  name: `${store}/params`,
  store,
  prefix: textPrefix('params'),
  key: [],
  value: { as: 'proto', type: 'ibc.applications.transfer.v1.Params' },
});

/** By denomination: what the escrow accounts of all channels hold of it; nothing is no row. */
export const totalEscrow = table<{ readonly int: bigint }, [denom: Denom]>({
  name: `${store}/total-escrow`,
  store,
  prefix: textPrefix('totalEscrowForDenom/'),
  key: [{ as: 'text' }],
  value: { as: 'proto', type: 'cosmos.base.v1beta1.IntProto' },
});
