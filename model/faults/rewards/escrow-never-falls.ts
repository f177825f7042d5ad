import { totalEscrow } from '../../../specs/tables/transfer.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** A token that returns to its chain leaves escrow (ICS-20). */
export const escrowNeverFalls: Fault = {
  name: 'escrow-never-falls',
  describes: 'The total in escrow never decreases.',
  shownBy: 'rewards-of-two',
  mutation: mutateRow(totalEscrow, (row, before) => (before !== undefined && before.int > row.int ? before : row)),
};
