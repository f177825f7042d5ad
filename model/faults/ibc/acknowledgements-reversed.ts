import { bendObservation, type Fault } from '../fault.ts';

/** Packets are received and acknowledged in the order of their transactions (ICS-04). */
export const acknowledgementsReversed: Fault = {
  name: 'acknowledgements-reversed',
  describes: 'The acknowledgements of a block are written in the reverse order.',
  shownBy: 'packets-in-a-bunch',
  bend: bendObservation((observation) => ({ ...observation, writtenAcks: observation.writtenAcks.toReversed() })),
};
