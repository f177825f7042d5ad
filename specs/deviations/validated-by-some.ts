import type { Deviation } from '../deviation.ts';
import { bondedValidators } from '../history/active-validators.ts';
import { storedSet } from '../history/consumer-sets.ts';
import { changesOf } from '../event.ts';
import { consumerPhases } from '../tables/provider.ts';
import { onProvider } from '../witness.ts';

/** Which validators validate a consumer (ICS-028 SM §System Properties, ADR-015). */
export const validatedBySome: Deviation = {
  name: 'validated-by-some',
  describes:
    'All validators of the provider should validate a consumer. The releases launch it with those that opted in.',
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
