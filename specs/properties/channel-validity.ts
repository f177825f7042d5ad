import type { Packet } from '../block.ts';
import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';
import { isForged } from '../history/forged-packets.ts';
import { ccvReceived, ccvSent, directionOf } from '../history/packets.ts';

/** Channel Validity (SM §CCV Channel). */
export const channelValidity: ExecutableProperty = {
  name: 'channel-validity',
  statement: 'A packet that one end of a CCV channel receives was sent by the other end with the same content.',
  kind: 'safety',
  group: 'channel',
  source: 'SM §CCV Channel',
  touches: {
    provider: [
      'txs/MsgRecvPacket',
      'sent-packets/provider',
      'written-acks/provider',
      'ibc/packet-commitments/provider',
    ],
    consumer: [
      'txs/MsgRecvPacket',
      'sent-packets/consumer',
      'written-acks/consumer',
      'ibc/packet-commitments/consumer',
    ],
  },
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  const sent = new Map<string, Packet>();
  return {
    observe(event) {
      for (const packet of ccvReceived(event)) {
        if (isForged(event, packet)) continue;
        const origin = sent.get(nameOf(packet));
        if (origin === undefined) return violation(event, `it received packet ${nameOf(packet)}, which was never sent`);
        if (origin.data !== packet.data)
          return violation(event, `it received packet ${nameOf(packet)} with other content than was sent`);
      }
      for (const packet of ccvSent(event)) sent.set(nameOf(packet), packet);
      return undefined;
    },
  };
}

function nameOf(packet: Packet): string {
  return `${packet.sequence} ${directionOf(packet)}`;
}
