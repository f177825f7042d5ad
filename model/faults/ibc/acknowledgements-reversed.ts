import { mutateObservation, type Fault } from '../fault.ts';

/** Packets are received and acknowledged in the order of their transactions (ICS-04). */
export const acknowledgementsReversed: Fault = {
  name: 'acknowledgements-reversed',
  describes: 'The acknowledgements of a block are written in reverse order.',
  shownBy: 'packets-in-a-bunch',
  mutation: mutateObservation((observation) => ({ ...observation, writtenAcks: observation.writtenAcks.toReversed() })),
};
