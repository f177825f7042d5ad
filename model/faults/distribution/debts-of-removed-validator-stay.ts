import { outstandingRewards } from '../../../specs/tables/distribution.ts';
import { keepRow, type Fault } from '../fault.ts';

/** The removal of a validator deletes its outstanding rewards (SDK, `AfterValidatorRemoved`). */
export const debtsOfRemovedValidatorStay: Fault = {
  name: 'debts-of-removed-validator-stay',
  describes: 'The outstanding rewards of a removed validator are not deleted.',
  shownBy: 'validator-leaves-with-rewards',
  mutation: keepRow(outstandingRewards),
};
