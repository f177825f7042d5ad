import { powerShaping } from '../../../specs/tables/provider.ts';
import { bendReading, type Fault } from '../fault.ts';

/** A consumer may take validators that the provider does not run (ADR-017). */
export const inactiveValidatorsLeftOut: Fault = {
  name: 'inactive-validators-left-out',
  describes: 'Nobody validates a consumer whom the provider does not run, though the owner allows it.',
  shownBy: 'hundred-validators',
  bend: bendReading(powerShaping, (row) => ({ ...row, allow_inactive_vals: false })),
};
