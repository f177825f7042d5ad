import { powerShaping } from '../../../specs/tables/provider.ts';
import { bendReading, type Fault } from '../fault.ts';

/** N percent of the power have to validate (ADR-015). */
export const topNIsHalf: Fault = {
  name: 'top-n-is-half',
  describes: 'Half of the power has to validate a Top N consumer, whatever N is.',
  shownBy: 'top-n',
  bend: bendReading(powerShaping, (row) => (row.top_N > 50 ? { ...row, top_N: 50 } : row)),
};
