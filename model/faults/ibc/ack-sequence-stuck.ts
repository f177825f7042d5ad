import { nextSequenceAck } from '../../../specs/tables/ibc/packet.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** On an ordered channel each acknowledgement increases `nextSequenceAck` (ICS-04). */
export const ackSequenceStuck: Fault = {
  name: 'ack-sequence-stuck',
  describes: 'The next acknowledgement sequence of a channel increases only once.',
  shownBy: 'packets-in-a-bunch',
  mutation: mutateRow(nextSequenceAck, (row, before) => (before === undefined || before === 1n ? row : before)),
};
