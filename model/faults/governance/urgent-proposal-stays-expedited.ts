import { proposals } from '../../../specs/tables/gov.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** An expedited proposal that does not pass in time becomes a regular one. */
export const urgentProposalStaysExpedited: Fault = {
  name: 'urgent-proposal-stays-expedited',
  describes: 'An expedited proposal stays expedited when it does not pass in its short voting period.',
  shownBy: 'governance-rules',
  mutation: mutateRow(proposals, (row, before) => ({ ...row, expedited: before?.expedited ?? row.expedited })),
};
