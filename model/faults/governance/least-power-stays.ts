import { minimumPowerInTopN } from '../../../specs/tables/provider.ts';
import { keepRow, type Fault } from '../fault.ts';

/** Nobody must validate a consumer that is no Top N one any more. */
export const leastPowerStays: Fault = {
  name: 'least-power-stays',
  describes: 'The least power in the top N stays when nobody has to validate any more.',
  shownBy: 'top-n',
  bend: keepRow(minimumPowerInTopN),
};
