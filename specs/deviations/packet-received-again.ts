import type { Deviation } from '../deviation.ts';
import { relayed } from './relayed.ts';

/** A packet that was received already (ICS-04 recvPacket). */
export const packetReceivedAgain: Deviation = {
  name: 'packet-received-again',
  describes:
    'A transaction that delivers a packet once more should be aborted; the releases let it succeed and do nothing.',
  breaks: 'ICS-04 recvPacket (the sequence must be the next one, or have no receipt)',
  source: 'observed: the transaction succeeds without an acknowledgement',
  appliesTo: 'all releases',
  trace: 'delivered-twice',
  watch: () => ({
    sees(event) {
      const packets = relayed(event, '/ibc.core.channel.v1.MsgRecvPacket');
      if (packets.length === 0) return false;
      const answered = new Set(event.observation.writtenAcks.map(({ packet }) => received(packet)));
      return packets.some((packet) => !answered.delete(received(packet)));
    },
  }),
};

function received(packet: {
  readonly destination_port: string;
  readonly destination_channel: string;
  readonly sequence: bigint;
}): string {
  return `${packet.destination_port}/${packet.destination_channel}/${packet.sequence}`;
}
