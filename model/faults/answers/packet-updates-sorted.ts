import type { Packet } from '../../../specs/block.ts';
import { readValidatorSetChange, writeValidatorSetChange } from '../../../specs/ccv-packet.ts';
import { mutateObservation, type Fault } from '../fault.ts';

/** The order of the updates in a VSC packet follows from the old and the new set, and the packet's bytes depend on it. */
export const packetUpdatesSorted: Fault = {
  name: 'packet-updates-sorted',
  describes: 'The updates of a VSC packet are sorted by power.',
  shownBy: 'two-consumers',
  mutation: mutateObservation((observation) => ({ ...observation, sentPackets: observation.sentPackets.map(sorted) })),
};

function sorted(packet: Packet): Packet {
  const change = readValidatorSetChange(packet.data);
  if (change === undefined || change.updates.length < 2) return packet;
  const updates = change.updates.toSorted((a, b) => Number(b.power - a.power));
  return { ...packet, data: writeValidatorSetChange({ ...change, updates }) };
}
