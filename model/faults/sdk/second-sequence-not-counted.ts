import { accounts } from '../../../specs/tables/auth.ts';
import { bendRow, type Fault } from '../fault.ts';

/** Each transaction that passes the ante handler raises the sequence of its signer (SDK, auth). */
export const secondSequenceNotCounted: Fault = {
  name: 'second-sequence-not-counted',
  describes: 'The second transaction of an account does not count.',
  shownBy: 'opening',
  bend: bendRow(accounts, (row) => ('sequence' in row && row.sequence === 2n ? { ...row, sequence: 1n } : row)),
};
