import { lastTotalPower } from '../../../specs/tables/staking/validator.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** The total power is the sum of the powers of the last set (SDK, `LastTotalPower`). */
export const totalPowerNeverFalls: Fault = {
  name: 'total-power-never-falls',
  describes: 'The total power of the last validator set never decreases.',
  shownBy: 'validator-leaves',
  mutation: mutateRow(lastTotalPower, (row, before) => (before !== undefined && before.int > row.int ? before : row)),
};
