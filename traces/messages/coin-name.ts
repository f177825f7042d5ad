import type { ChainName } from '../../specs/block.ts';
import type { HopRow } from '../../specs/tables/transfer.ts';
import { nameOfDenom } from '../../specs/traced-denom.ts';
import { linkOf } from '../world/consumers.ts';
import { channelToStep } from '../world/handshakes.ts';
import type { World } from '../world/world.ts';

const PORT = 'transfer';
const NO_CHANNEL = 'channel-404';

/**
 * The denomination on a chain for a name in a trace: `stake` is native, `stake@c0` is the voucher for `stake` of c0,
 * and `stake@c1@provider` the voucher for `stake` of c1 that came over the provider.
 */
export function denomOn(world: World, chain: ChainName, name: string): string {
  const [base = '', ...hops] = name.split('@');
  const trace: HopRow[] = [];
  let at = chain;
  for (const hop of hops.toReversed()) {
    trace.push({ port_id: PORT, channel_id: transferChannel(world, at, hop) });
    at = hop;
  }
  return nameOfDenom({ base, trace });
}

/** The transfer channel from a chain to its counterparty: an open one if any, otherwise the newest. */
export function transferChannel(world: World, from: ChainName, to: ChainName): string {
  const link = linkOf(world, from === 'provider' ? to : from);
  if (link === undefined) return NO_CHANNEL;
  const end = from === 'provider' ? link.provider : link.consumer;
  return channelToStep(end, PORT, 'STATE_OPEN')?.id ?? NO_CHANNEL;
}
