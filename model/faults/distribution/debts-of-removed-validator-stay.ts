import { outstandingRewards } from '../../../specs/tables/distribution.ts';
import { keepRow, type Fault } from '../fault.ts';

/** A validator that is removed owes nothing any more (SDK, `AfterValidatorRemoved`). */
export const debtsOfRemovedValidatorStay: Fault = {
  name: 'debts-of-removed-validator-stay',
  describes: 'What a removed validator owed stays on record.',
  shownBy: 'validator-leaves-with-rewards',
  bend: keepRow(outstandingRewards),
};
