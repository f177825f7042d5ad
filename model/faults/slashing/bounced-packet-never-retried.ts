import { slashRecord } from '../../../specs/tables/consumer.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** A consumer retries a bounced packet after the retry delay (ADR-008). */
export const bouncedPacketNeverRetried: Fault = {
  name: 'bounced-packet-never-retried',
  describes: 'A consumer keeps waiting for the acknowledgement of a bounced slash packet.',
  shownBy: 'slash-meter-shared',
  mutation: mutateRow(slashRecord, (row) => ({ ...row, waiting_on_reply: true })),
};
