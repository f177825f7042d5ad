import { pendingPackets } from '../../../specs/tables/consumer.ts';
import { keepRow, type Fault } from '../fault.ts';

/** A packet leaves the queue when its acknowledgement arrives (ADR-008). */
export const answeredPacketStaysQueued: Fault = {
  name: 'answered-packet-stays-queued',
  describes: 'An acknowledged slash packet stays in the queue of the consumer.',
  shownBy: 'reported-in-jail',
  mutation: keepRow(pendingPackets),
};
