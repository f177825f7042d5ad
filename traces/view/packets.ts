import { linkOf } from '../world/consumers.ts';
import { unacknowledged, undelivered } from '../world/packets.ts';
import type { World } from '../world/world.ts';
import { perBlock } from './per-block.ts';

/** What can be relayed to one side of a consumer's CCV channel. */
export interface Due {
  readonly consumer: string;
  readonly to: 'provider' | 'consumer';
}

/** Where packets of CCV channels wait to be delivered. */
export const duePackets = perBlock((world) => due(world, (from, to) => undelivered(from, to, 'ccv').length > 0));

/** Where acknowledgements of CCV packets wait for the side that sent them. */
export const dueAcks = perBlock((world) => due(world, (from, to) => unacknowledged(from, to, 'ccv').length > 0));

/** The consumers that have not received a packet of the provider in time (ICS-04), so that it can time out. */
export const lateVscs = perBlock((world): string[] =>
  duePackets(world).flatMap(({ consumer, to }) => {
    const chain = world.chains.get(consumer);
    if (to !== 'consumer' || chain === undefined) return [];
    const [first] = undelivered(world.provider, chain, 'ccv');
    return first !== undefined && first.timeout_timestamp <= world.clock ? [consumer] : [];
  }),
);

type Chain = World['provider'];

function due(world: World, waits: (from: Chain, to: Chain) => boolean): Due[] {
  const found: Due[] = [];
  for (const consumer of world.chains.keys()) {
    const link = linkOf(world, consumer);
    if (link === undefined) continue;
    const { provider, consumer: other } = link;
    if (waits(provider.chain, other.chain)) found.push({ consumer, to: 'consumer' });
    if (waits(other.chain, provider.chain)) found.push({ consumer, to: 'provider' });
  }
  return found;
}
