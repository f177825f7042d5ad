import { linkOf } from '../world/consumers.ts';
import type { ChannelName } from '../world/channel-steps.ts';
import { unacknowledged, undelivered } from '../world/packets.ts';
import type { World } from '../world/world.ts';
import { perBlock } from './per-block.ts';

const CHANNELS = ['ccv', 'transfer'] as const satisfies readonly ChannelName[];

/** What can be relayed to one side of a channel of a consumer. */
export interface Due {
  readonly consumer: string;
  readonly to: 'provider' | 'consumer';
  readonly channel: ChannelName;
}

/** A packet that was not received in time: the sender can be told. */
interface Late extends Due {
  /** How many packets that are not late come before it; on an ordered channel the first has to be late. */
  readonly skip: number;
}

/** Where packets wait to be delivered. */
export const duePackets = perBlock((world) =>
  due(world, (from, to, channel) => undelivered(from, to, channel).length > 0),
);

/** Where acknowledgements wait for the side that sent the packets. */
export const dueAcks = perBlock((world) =>
  due(world, (from, to, channel) => unacknowledged(from, to, channel).length > 0),
);

/** The packets that were not received in time (ICS-04), by the side that sent them. */
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
