import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';
import { ccvReceived, directionOf, type Direction } from '../history/packets.ts';

/** Channel Order (SM §CCV Channel). */
export const channelOrder: ExecutableProperty = {
  name: 'channel-order',
  statement: 'A CCV channel delivers packets in the order in which they were sent, without gaps or duplicates.',
  kind: 'safety',
  group: 'channel',
  source: 'SM §CCV Channel',
  touches: {
    provider: ['txs/MsgRecvPacket', 'written-acks/provider', 'ibc/next-sequence-recv/provider'],
    consumer: ['txs/MsgRecvPacket', 'written-acks/consumer', 'ibc/next-sequence-recv/consumer'],
  },
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  const last = new Map<Direction, bigint>();
  return {
    observe(event) {
      for (const packet of ccvReceived(event)) {
        const direction = directionOf(packet) ?? '';
        const expected = (last.get(direction) ?? 0n) + 1n;
        if (packet.sequence !== expected)
          return violation(event, `it received packet ${packet.sequence} ${direction}; however ${expected} was next`);
        last.set(direction, expected);
      }
      return undefined;
    },
  };
}
