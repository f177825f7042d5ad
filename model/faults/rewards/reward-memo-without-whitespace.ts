import type { Packet } from '../../../specs/block.ts';
import { mutateObservation, type Fault } from '../fault.ts';

/** The bytes of the memo are part of the packet (ICS-20). */
export const rewardMemoWithoutWhitespace: Fault = {
  name: 'reward-memo-without-whitespace',
  describes: 'The memo of a reward transfer has no line breaks.',
  shownBy: 'rewards-sent',
  mutation: mutateObservation((observation) => ({
    ...observation,
    sentPackets: observation.sentPackets.map(inOneLine),
  })),
};

function inOneLine(packet: Packet): Packet {
  const data = Buffer.from(packet.data, 'hex')
    .toString()
    .replaceAll(/\\[nt]/gu, '');
  return packet.source_port === 'transfer' ? { ...packet, data: Buffer.from(data).toString('hex') } : packet;
}
