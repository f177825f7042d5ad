import { proposals } from '../../../specs/tables/gov.ts';
import { bendRow, type Fault } from '../fault.ts';

/** An expedited proposal that does not pass in time becomes a usual one. */
export const urgentStaysUrgent: Fault = {
  name: 'urgent-stays-urgent',
  describes: 'An expedited proposal stays one when it has not passed in its short voting period.',
  shownBy: 'governance-rules',
  bend: bendRow(proposals, (row, before) => ({ ...row, expedited: before?.expedited ?? row.expedited })),
};
