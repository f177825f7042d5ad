import { slashRecord } from '../../../specs/tables/consumer.ts';
import { bendRow, type Fault } from '../fault.ts';

/** A bounced packet is sent again after a while (ADR-008). */
export const bouncedPacketWaitsForEver: Fault = {
  name: 'bounced-packet-waits-for-ever',
  describes: 'A consumer goes on waiting for the answer to a slash packet that was bounced.',
  shownBy: 'slash-meter-shared',
  bend: bendRow(slashRecord, (row) => ({ ...row, waiting_on_reply: true })),
};
