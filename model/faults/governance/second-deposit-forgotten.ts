import { deposits } from '../../../specs/tables/gov.ts';
import { bendRow, type Fault } from '../fault.ts';

/** An account may add to its deposit. */
export const secondDepositForgotten: Fault = {
  name: 'second-deposit-forgotten',
  describes: 'Of the deposits of one account only the first is noted.',
  shownBy: 'governance-rules',
  bend: bendRow(deposits, (row, before) => before ?? row),
};
