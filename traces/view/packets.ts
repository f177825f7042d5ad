import { linkOf } from '../world/consumers.ts';
import type { ChannelName } from '../world/channel-steps.ts';
import { unacknowledged, undelivered } from '../world/packets.ts';
import type { World } from '../world/world.ts';
import { perBlock } from './per-block.ts';

const CHANNELS = ['ccv', 'transfer'] as const satisfies readonly ChannelName[];

/** One end of a channel of a consumer that something can be relayed to. */
export interface Due {
  readonly consumer: string;
  readonly to: 'provider' | 'consumer';
  readonly channel: ChannelName;
}

/** A packet that has timed out and can be relayed to its sender. */
interface Late extends Due {
  /** How many packets that have not timed out precede it. On an ordered channel the first must have timed out. */
  readonly skip: number;
}

/** The ends of channels with packets to receive. */
export const duePackets = perBlock((world) =>
  due(world, (from, to, channel) => undelivered(from, to, channel).length > 0),
);

/** The ends of channels with acknowledgements to receive. */
export const dueAcks = perBlock((world) =>
  due(world, (from, to, channel) => unacknowledged(from, to, channel).length > 0),
);

/** The packets that have timed out (ICS-04), by the chain that sent them. */
export const latePackets = perBlock((world): Late[] =>
  duePackets(world).flatMap(({ consumer, to, channel }) => {
    const link = linkOf(world, consumer);
    if (link === undefined) return [];
    const [sender, receiver] = to === 'consumer' ? [link.provider, link.consumer] : [link.consumer, link.provider];
    const waiting = undelivered(sender.chain, receiver.chain, channel);
    const skip = waiting.findIndex(({ timeout_timestamp: timeout }) => timeout <= world.clock);
    if (skip < 0 || (channel === 'ccv' && skip > 0)) return [];
    return [{ consumer, to: to === 'consumer' ? 'provider' : 'consumer', channel, skip }];
  }),
);

type Chain = World['provider'];

function due(world: World, waits: (from: Chain, to: Chain, channel: ChannelName) => boolean): Due[] {
  const found: Due[] = [];
  for (const consumer of world.chains.keys()) {
    const link = linkOf(world, consumer);
    if (link === undefined) continue;
    const { provider, consumer: other } = link;
    for (const channel of CHANNELS) {
      if (waits(provider.chain, other.chain, channel)) found.push({ consumer, to: 'consumer', channel });
      if (waits(other.chain, provider.chain, channel)) found.push({ consumer, to: 'provider', channel });
    }
  }
  return found;
}
