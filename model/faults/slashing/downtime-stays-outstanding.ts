import { outstandingDowntime } from '../../../specs/tables/consumer.ts';
import { keepRow, type Fault } from '../fault.ts';

/** A slash acknowledgement clears the outstanding downtime (ICS-028, ME [CCV-CCF-RCVVSC]). */
export const downtimeStaysOutstanding: Fault = {
  name: 'downtime-stays-outstanding',
  describes:
    'The outstanding downtime of a punished validator is never cleared, so the consumer never reports it again.',
  shownBy: 'jailed-again',
  mutation: keepRow(outstandingDowntime),
};
