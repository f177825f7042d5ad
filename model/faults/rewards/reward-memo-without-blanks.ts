import type { Packet } from '../../../specs/block.ts';
import { bendObservation, type Fault } from '../fault.ts';

/** The bytes of the memo are part of the packet (ICS-20). */
export const rewardMemoWithoutBlanks: Fault = {
  name: 'reward-memo-without-blanks',
  describes: 'The memo of rewards has no line breaks.',
  shownBy: 'rewards-sent',
  bend: bendObservation((observation) => ({ ...observation, sentPackets: observation.sentPackets.map(inOneLine) })),
};

function inOneLine(packet: Packet): Packet {
  const data = Buffer.from(packet.data, 'hex')
    .toString()
    .replaceAll(/\\[nt]/gu, '');
  return packet.source_port === 'transfer' ? { ...packet, data: Buffer.from(data).toString('hex') } : packet;
}
