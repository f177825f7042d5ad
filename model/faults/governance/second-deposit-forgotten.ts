import { deposits } from '../../../specs/tables/gov.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** An account can add to its deposit. */
export const secondDepositForgotten: Fault = {
  name: 'second-deposit-forgotten',
  describes: 'Only the first deposit of an account on a proposal is stored.',
  shownBy: 'governance-rules',
  mutation: mutateRow(deposits, (row, before) => before ?? row),
};
