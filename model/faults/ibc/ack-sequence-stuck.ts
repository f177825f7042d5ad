import { nextSequenceAck } from '../../../specs/tables/ibc/packet.ts';
import { bendRow, type Fault } from '../fault.ts';

/** On an ordered channel each acknowledgement moves the next sequence on (ICS-04). */
export const ackSequenceStuck: Fault = {
  name: 'ack-sequence-stuck',
  describes: 'An acknowledgement after the first does not count.',
  shownBy: 'packets-in-a-bunch',
  bend: bendRow(nextSequenceAck, (row, before) => (before === undefined || before === 1n ? row : before)),
};
