import { providerParams } from '../../../specs/tables/provider.ts';
import { bendReading, type Fault } from '../fault.ts';

/** The most powerful `max_provider_consensus_validators` validate the provider (ADR-017, inactive validators). */
export const engineSetTooLarge: Fault = {
  name: 'engine-set-too-large',
  describes: 'The consensus of the provider has one validator more than the parameters allow.',
  shownBy: 'more-bonded-than-consensus',
  bend: bendReading(providerParams, (row) => ({
    ...row,
    max_provider_consensus_validators: row.max_provider_consensus_validators + 1n,
  })),
};
