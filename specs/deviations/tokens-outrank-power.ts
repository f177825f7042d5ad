import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { endsEpoch } from '../history/epoch.ts';
import { consumerValidators, lastProviderConsensusValidators, powerShaping } from '../tables/provider.ts';
import { onProvider } from '../witness.ts';

/** Which validators count as active (ADR-017). */
export const tokensOutrankPower: Deviation = {
  name: 'tokens-outrank-power',
  describes:
    'A consumer that allows no inactive validators should get active ones alone; the releases rank the active ones by tokens for a consumer and by power for the provider, so of two with the same power it can get the one that the provider does not run.',
  breaks: 'ADR-017 (AllowInactiveVals)',
  source: 'observed: a validator in the set of a consumer that is not in the set of the provider',
  appliesTo: 'all releases',
  trace: 'consumer-gets-inactive',
  watch: () => ({
    sees: onProvider(
      (event) =>
        event.changes.has(consumerValidators.name) &&
        // At other times the set of the provider may have moved on.
        endsEpoch(event) &&
        changesOf(event, consumerValidators).some(({ key, row }) => {
          const [consumer = '', address = ''] = key.split('/');
          return (
            row !== undefined &&
            event.view.row(lastProviderConsensusValidators, address) === undefined &&
            event.view.row(powerShaping, consumer)?.allow_inactive_vals === false
          );
        }),
    ),
  }),
};
