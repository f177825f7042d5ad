import type { ChainName } from '../../specs/block.ts';
import type { HopRow } from '../../specs/tables/transfer.ts';
import { nameOfDenom } from '../../specs/traced-denom.ts';
import { linkOf } from '../world/consumers.ts';
import { channelToStep } from '../world/handshakes.ts';
import type { World } from '../world/world.ts';

const PORT = 'transfer';
const NO_CHANNEL = 'channel-404';

/**
 * What a chain calls a denomination that a trace names: `stake` is its own, `stake@c0` the voucher of what came from
 * c0, and `stake@c1@provider` of what came from c1 over the provider.
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

/** The channel for tokens from one chain to its neighbour: an open one, otherwise the newest. */
export function transferChannel(world: World, from: ChainName, to: ChainName): string {
  const link = linkOf(world, from === 'provider' ? to : from);
  if (link === undefined) return NO_CHANNEL;
  const end = from === 'provider' ? link.provider : link.consumer;
  return channelToStep(end, PORT, 'STATE_OPEN')?.id ?? NO_CHANNEL;
}
