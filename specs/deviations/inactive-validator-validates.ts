import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { consumerValidators, lastProviderConsensusValidators, powerShaping } from '../tables/provider.ts';
import { onProvider } from '../witness.ts';

/** Inactive validators on a consumer (ICS-028 SM §System Properties, ADR-017). */
export const inactiveValidatorValidates: Deviation = {
  name: 'inactive-validator-validates',
  describes:
    "Only validators in the provider's active set should validate a consumer. The releases let a consumer allow bonded validators outside the active set.",
  breaks: 'ICS-028 SM §System Properties (Validator Set Replication)',
  source: 'ADR-017',
  appliesTo: 'all releases',
  trace: 'more-bonded-than-consensus',
  watch: () => ({
    sees: onProvider((event) =>
      changesOf(event, consumerValidators).some(({ key, row }) => {
        const [consumer = '', address = ''] = key.split('/');
        return (
          row !== undefined &&
          event.view.row(powerShaping, consumer)?.allow_inactive_vals === true &&
          event.view.row(lastProviderConsensusValidators, address) === undefined
        );
      }),
    ),
  }),
};
