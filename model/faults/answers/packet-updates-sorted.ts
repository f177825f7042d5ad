import type { Packet } from '../../../specs/block.ts';
import { readValidatorSetChange, writeValidatorSetChange } from '../../../specs/ccv-packet.ts';
import { bendObservation, type Fault } from '../fault.ts';

/** Its updates have the order of the sets that they turn into each other, which its bytes show. */
export const packetUpdatesSorted: Fault = {
  name: 'packet-updates-sorted',
  describes: 'The updates of a VSC packet are sorted by power.',
  shownBy: 'two-consumers',
  bend: bendObservation((observation) => ({ ...observation, sentPackets: observation.sentPackets.map(sorted) })),
};

function sorted(packet: Packet): Packet {
  const change = readValidatorSetChange(packet.data);
  if (change === undefined || change.updates.length < 2) return packet;
  const updates = change.updates.toSorted((a, b) => Number(b.power - a.power));
  return { ...packet, data: writeValidatorSetChange({ ...change, updates }) };
}
