import type { Deviation } from '../deviation.ts';
import { bondedValidators } from '../history/active-validators.ts';
import { storedSet } from '../history/consumer-sets.ts';
import { changesOf } from '../event.ts';
import { consumerPhases } from '../tables/provider.ts';
import { onProvider } from '../witness.ts';

/** Who validates a consumer (ICS-028 SM §System Properties, ADR-015). */
export const validatedBySome: Deviation = {
  name: 'validated-by-some',
  describes:
    'A consumer should be validated by all validators of the provider; the releases start it with those that opted in.',
  breaks: 'ICS-028 SM §System Properties (Validator Set Replication), ME [CCV-PCF-CRCLIENT.1]',
  source: 'ADR-015',
  appliesTo: 'all releases',
  trace: 'launch-at-spawn-time',
  watch: () => ({
    sees: onProvider((event) =>
      changesOf(event, consumerPhases).some(
        ({ key, row }) =>
          row === 'CONSUMER_PHASE_LAUNCHED' && storedSet(event.view, key).size < bondedValidators(event.view).length,
      ),
    ),
  }),
};
