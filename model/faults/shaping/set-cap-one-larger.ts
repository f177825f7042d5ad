import { powerShaping } from '../../../specs/tables/provider.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** The validator set cap limits the number of validators (ADR-015). */
export const setCapOneLarger: Fault = {
  name: 'set-cap-one-larger',
  describes: 'A consumer validator set can have one validator more than its cap.',
  shownBy: 'hundred-validators',
  mutation: mutateReading(powerShaping, (row) =>
    row.validator_set_cap === 0 ? row : { ...row, validator_set_cap: row.validator_set_cap + 1 },
  ),
};
