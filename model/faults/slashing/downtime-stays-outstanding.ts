import { outstandingDowntime } from '../../../specs/tables/consumer.ts';
import { keepRow, type Fault } from '../fault.ts';

/** A slash acknowledgement ends the request (ICS-028, ME [CCV-CCF-RCVVSC]). */
export const downtimeStaysOutstanding: Fault = {
  name: 'downtime-stays-outstanding',
  describes: 'A validator that was punished is never reported by its consumer again.',
  shownBy: 'jailed-again',
  bend: keepRow(outstandingDowntime),
};
