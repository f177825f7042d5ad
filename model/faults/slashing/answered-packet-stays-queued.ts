import { pendingPackets } from '../../../specs/tables/consumer.ts';
import { keepRow, type Fault } from '../fault.ts';

/** A packet leaves the queue when the provider has handled it (ADR-008). */
export const answeredPacketStaysQueued: Fault = {
  name: 'answered-packet-stays-queued',
  describes: 'A slash packet that was handled stays in the queue of its consumer.',
  shownBy: 'reported-in-jail',
  bend: keepRow(pendingPackets),
};
