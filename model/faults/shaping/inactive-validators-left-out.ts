import { powerShaping } from '../../../specs/tables/provider.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** A consumer can allow inactive validators of the provider (ADR-017). */
export const inactiveValidatorsLeftOut: Fault = {
  name: 'inactive-validators-left-out',
  describes: "A consumer's validator set has no inactive validators, even if the owner allows them.",
  shownBy: 'hundred-validators',
  mutation: mutateReading(powerShaping, (row) => ({ ...row, allow_inactive_vals: false })),
};
