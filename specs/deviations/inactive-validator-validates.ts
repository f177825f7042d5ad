import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { consumerValidators, lastProviderConsensusValidators, powerShaping } from '../tables/provider.ts';
import { onProvider } from '../witness.ts';

/** Validators that the provider does not run (ICS-028 SM §System Properties, ADR-017). */
export const inactiveValidatorValidates: Deviation = {
  name: 'inactive-validator-validates',
  describes:
    'A consumer should be validated by validators of the provider alone; the releases let it allow bonded ones that the provider does not run.',
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
