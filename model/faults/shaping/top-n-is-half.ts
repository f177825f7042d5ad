import { powerShaping } from '../../../specs/tables/provider.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** The validators with the top N percent of the power must validate (ADR-015). */
export const topNIsHalf: Fault = {
  name: 'top-n-is-half',
  describes: 'Every Top N consumer has N = 50.',
  shownBy: 'top-n',
  mutation: mutateReading(powerShaping, (row) => (row.top_N > 50 ? { ...row, top_N: 50 } : row)),
};
