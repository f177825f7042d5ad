import { accounts } from '../../../specs/tables/auth.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** Each transaction that passes the ante handler increases the sequence of its signer (SDK, auth). */
export const secondSequenceNotCounted: Fault = {
  name: 'second-sequence-not-counted',
  describes: 'The second transaction of an account does not increase its sequence.',
  shownBy: 'opening',
  mutation: mutateRow(accounts, (row) => ('sequence' in row && row.sequence === 2n ? { ...row, sequence: 1n } : row)),
};
