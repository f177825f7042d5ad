import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { consumerClients, consumerPhases } from '../tables/provider.ts';
import { onProvider } from '../witness.ts';

/** What happens to the state of a stopped consumer (ICS-028 ME [CCV-PCF-STCC.1], ADR-019). */
export const stoppedConsumerIsKept: Deviation = {
  name: 'stopped-consumer-is-kept',
  describes:
    "A consumer's client and state should be deleted from the provider when the consumer is stopped. The releases keep them for the provider's unbonding period, so that its validators can still be punished.",
  breaks: 'ICS-028 ME [CCV-PCF-STCC.1]',
  source: 'ADR-019 §Stopped phase',
  appliesTo: 'all releases',
  trace: 'consumer-deleted',
  watch: () => ({
    sees: onProvider((event) =>
      changesOf(event, consumerPhases).some(
        ({ key, row }) => row === 'CONSUMER_PHASE_STOPPED' && event.view.row(consumerClients, key) !== undefined,
      ),
    ),
  }),
};
