import { channelEnds } from '../tables/ibc/channel.ts';
import { changesOf } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import { ccvReceived, ccvSent, directionOf, type Direction } from '../history/packets.ts';

/** Channel Liveness (SM §CCV Channel). */
export const channelLiveness: ExecutableProperty = {
  name: 'channel-liveness',
  statement: 'Every packet sent over a CCV channel is received in the end, as long as the channel stays open.',
  kind: 'liveness',
  group: 'channel',
  source: 'SM §CCV Channel',
  touches: { provider: ['halt', 'ibc/channel-ends/provider'], consumer: ['halt', 'ibc/channel-ends/consumer'] },
  appliesTo: 'all releases, with a correct relayer: decided only on histories that were drained',
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  const underWay = new Map<Direction, Map<bigint, Violation>>();
  return {
    observe(event) {
      for (const packet of ccvReceived(event)) underWay.get(directionOf(packet) ?? '')?.delete(packet.sequence);
      for (const packet of ccvSent(event)) {
        const direction = directionOf(packet) ?? '';
        const packets = underWay.get(direction) ?? new Map<bigint, Violation>();
        underWay.set(direction, packets);
        const because = `it sent packet ${packet.sequence} ${direction}; however nobody ever received it`;
        packets.set(packet.sequence, violation(event, because));
      }
      for (const { key, row } of changesOf(event, channelEnds)) {
        if (row?.state !== 'STATE_CLOSED') continue;
        // A closed channel delivers nothing more: its packets were given up, not lost.
        const [port, , channel] = key.split('/');
        const provider = port === 'provider' ? channel : row.counterparty.channel_id;
        underWay.delete(`from the provider over ${provider}`);
        underWay.delete(`to the provider over ${provider}`);
      }
      return undefined;
    },
    finish({ drained }) {
      if (!drained) return undefined;
      for (const packets of underWay.values()) for (const lost of packets.values()) return lost;
      return undefined;
    },
  };
}
