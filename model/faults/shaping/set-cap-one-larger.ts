import { powerShaping } from '../../../specs/tables/provider.ts';
import { bendReading, type Fault } from '../fault.ts';

/** A set cap is the greatest number of validators (ADR-015). */
export const setCapOneLarger: Fault = {
  name: 'set-cap-one-larger',
  describes: 'A set may have one validator more than its owner said.',
  shownBy: 'hundred-validators',
  bend: bendReading(powerShaping, (row) =>
    row.validator_set_cap === 0 ? row : { ...row, validator_set_cap: row.validator_set_cap + 1 },
  ),
};
