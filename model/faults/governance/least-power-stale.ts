import { minimumPowerInTopN } from '../../../specs/tables/provider.ts';
import { bendRow, type Fault } from '../fault.ts';

/** The least power of those who must validate a consumer is found anew in each epoch (ADR-015). */
export const leastPowerStale: Fault = {
  name: 'least-power-stale',
  describes: 'The least power in the top N stays what it was first.',
  shownBy: 'top-n',
  bend: bendRow(minimumPowerInTopN, (row, before) => before ?? row),
};
