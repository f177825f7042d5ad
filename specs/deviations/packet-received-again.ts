import type { Deviation } from '../deviation.ts';
import { relayed } from './relayed.ts';

/** Delivering a packet that was received already (ICS-04 recvPacket). */
export const packetReceivedAgain: Deviation = {
  name: 'packet-received-again',
  describes:
    'A transaction that delivers a packet a second time should fail. In the releases it succeeds and does nothing.',
  breaks: 'ICS-04 recvPacket (the sequence is the next one, or there is no receipt)',
  source: 'observed: the transaction succeeds without writing an acknowledgement',
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
