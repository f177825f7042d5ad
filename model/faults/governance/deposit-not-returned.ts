import { deposits } from '../../../specs/tables/gov.ts';
import { keepRow, type Fault } from '../fault.ts';

/** A decided proposal has no deposits (SDK x/gov). */
export const depositNotReturned: Fault = {
  name: 'deposit-not-returned',
  describes: 'A refunded deposit is not deleted.',
  shownBy: 'governance-rules',
  mutation: keepRow(deposits),
};
