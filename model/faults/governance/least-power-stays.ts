import { minimumPowerInTopN } from '../../../specs/tables/provider.ts';
import { keepRow, type Fault } from '../fault.ts';

/** A consumer that is no longer Top N has no minimum power in the top N. */
export const leastPowerStays: Fault = {
  name: 'least-power-stays',
  describes: 'The minimum power in the top N is not deleted when a Top N consumer becomes opt-in.',
  shownBy: 'top-n',
  mutation: keepRow(minimumPowerInTopN),
};
