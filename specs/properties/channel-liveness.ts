import { channelEnds } from '../tables/ibc/channel.ts';
import type { Packet } from '../block.ts';
import { changesOf } from '../event.ts';
import { sentAs, settledIn } from '../history/commitments.ts';
import { isAnswerForged } from '../history/forged-packets.ts';
import { ccvReceived, ccvSent, directionOf, type Direction } from '../history/packets.ts';
import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';

/** Channel Liveness (SM §CCV Channel). */
export const channelLiveness: ExecutableProperty = {
  name: 'channel-liveness',
  statement: 'Every packet that is sent over a CCV channel is eventually received, unless the channel is closed.',
  kind: 'liveness',
  group: 'channel',
  source: 'SM §CCV Channel',
  touches: {
    provider: ['halt', 'ibc/channel-ends/provider', 'ibc/packet-commitments/provider'],
    consumer: ['halt', 'ibc/channel-ends/consumer', 'ibc/packet-commitments/consumer'],
  },
  altered:
    'decided when the sender deletes the commitment of a packet: by then it was received, or its channel was closed. How long a relayer takes is not part of the protocol',
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  const sent = new Map<string, Packet>();
  const underWay = new Map<Direction, Set<bigint>>();
  return {
    observe(event) {
      for (const packet of ccvReceived(event)) underWay.get(directionOf(packet) ?? '')?.delete(packet.sequence);
      for (const packet of ccvSent(event)) {
        const direction = directionOf(packet) ?? '';
        sent.set(sentAs(event.chain, packet), packet);
        underWay.set(direction, (underWay.get(direction) ?? new Set()).add(packet.sequence));
      }
      for (const { key, row } of changesOf(event, channelEnds)) {
        if (row?.state !== 'STATE_CLOSED') continue;
        // A closed channel delivers no more packets: they are abandoned, not lost.
        const [port, , channel] = key.split('/');
        const provider = port === 'provider' ? channel : row.counterparty.channel_id;
        underWay.delete(`from the provider over ${provider}`);
        underWay.delete(`to the provider over ${provider}`);
      }
      for (const name of settledIn(event)) {
        const packet = sent.get(name);
        if (packet === undefined) continue;
        sent.delete(name);
        // Validators that sign forged headers can also prove the receipt of a packet that was not received (SM §Assumptions).
        if (isAnswerForged(event, packet)) continue;
        const direction = directionOf(packet) ?? '';
        if (underWay.get(direction)?.has(packet.sequence) === true)
          return violation(
            event,
            `it deleted the commitment of packet ${packet.sequence} ${direction}; however the packet was never received`,
          );
      }
      return undefined;
    },
  };
}
