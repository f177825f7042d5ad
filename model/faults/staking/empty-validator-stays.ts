import { validators } from '../../../specs/tables/staking/validator.ts';
import { keepRow, type Fault } from '../fault.ts';

/** An unbonded validator without shares is removed (SDK, `Unbond`). */
export const emptyValidatorStays: Fault = {
  name: 'empty-validator-stays',
  describes: 'An unbonded validator without shares is not removed.',
  shownBy: 'validator-leaves',
  mutation: keepRow(validators),
};
