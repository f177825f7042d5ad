import { minimumPowerInTopN } from '../../../specs/tables/provider.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** Each epoch computes the minimum power in the top N again (ADR-015). */
export const leastPowerStale: Fault = {
  name: 'least-power-stale',
  describes: 'The minimum power in the top N of a consumer never changes.',
  shownBy: 'top-n',
  mutation: mutateRow(minimumPowerInTopN, (row, before) => before ?? row),
};
