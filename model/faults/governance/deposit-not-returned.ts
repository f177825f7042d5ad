import { deposits } from '../../../specs/tables/gov.ts';
import { keepRow, type Fault } from '../fault.ts';

/** A decided proposal has no deposits (SDK x/gov). */
export const depositNotReturned: Fault = {
  name: 'deposit-not-returned',
  describes: 'A deposit that is given back stays on the list.',
  shownBy: 'governance-rules',
  bend: keepRow(deposits),
};
