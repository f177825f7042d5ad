import { providerParams } from '../../../specs/tables/provider.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** The `max_provider_consensus_validators` most powerful validators sign the provider's blocks (ADR-017, inactive validators). */
export const engineSetTooLarge: Fault = {
  name: 'engine-set-too-large',
  describes: "The provider's consensus engine has one validator more than the parameters allow.",
  shownBy: 'more-bonded-than-consensus',
  mutation: mutateReading(providerParams, (row) => ({
    ...row,
    max_provider_consensus_validators: row.max_provider_consensus_validators + 1n,
  })),
};
