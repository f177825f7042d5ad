import { powerShaping } from '../../../specs/tables/provider.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** The power cap is a percentage of the total power (ADR-015). */
export const powerCapAPercentHigher: Fault = {
  name: 'power-cap-a-percent-higher',
  describes: "The validators' power cap of a consumer is one percent too high.",
  shownBy: 'power-shaping',
  mutation: mutateReading(powerShaping, (row) =>
    row.validators_power_cap === 0 ? row : { ...row, validators_power_cap: row.validators_power_cap + 1 },
  ),
};
