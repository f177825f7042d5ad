import { powerShaping } from '../../../specs/tables/provider.ts';
import { bendReading, type Fault } from '../fault.ts';

/** A cap is a percentage of the whole power (ADR-015). */
export const powerCapAPercentHigher: Fault = {
  name: 'power-cap-a-percent-higher',
  describes: 'The share of the power above which nobody gets is one percent higher.',
  shownBy: 'power-shaping',
  bend: bendReading(powerShaping, (row) =>
    row.validators_power_cap === 0 ? row : { ...row, validators_power_cap: row.validators_power_cap + 1 },
  ),
};
