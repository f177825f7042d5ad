import { lastValidatorPowers } from '../../specs/tables/staking/validator.ts';
import { bendRow, type Fault } from './fault.ts';

/** Power is tokens divided by 10^6 without the rest (SDK, power reduction). */
export const powerRoundedUp: Fault = {
  name: 'power-rounded-up',
  describes: 'The power of a validator is one too high.',
  bend: bendRow(lastValidatorPowers, (row) => ({ ...row, value: row.value + 1n })),
};
