import { lastTotalPower } from '../../../specs/tables/staking/validator.ts';
import { bendRow, type Fault } from '../fault.ts';

/** The total is the sum of the powers of the last set, whichever way they change (SDK, `LastTotalPower`). */
export const totalPowerNeverFalls: Fault = {
  name: 'total-power-never-falls',
  describes: 'The total power of the last set does not fall.',
  shownBy: 'validator-leaves',
  bend: bendRow(lastTotalPower, (row, before) => (before !== undefined && before.int > row.int ? before : row)),
};
