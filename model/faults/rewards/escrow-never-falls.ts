import { totalEscrow } from '../../../specs/tables/transfer.ts';
import { bendRow, type Fault } from '../fault.ts';

/** What comes home leaves escrow (ICS-20). */
export const escrowNeverFalls: Fault = {
  name: 'escrow-never-falls',
  describes: 'What has been in escrow is counted there for ever.',
  shownBy: 'rewards-of-two',
  bend: bendRow(totalEscrow, (row, before) => (before !== undefined && before.int > row.int ? before : row)),
};
