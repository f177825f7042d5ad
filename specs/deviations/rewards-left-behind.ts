import type { Deviation } from '../deviation.ts';
import { Allocations, WHOLE } from '../history/allocations.ts';
import { consumerOf } from '../history/consumer-sets.ts';
import { consumerPhases } from '../tables/provider.ts';
import { onProvider, type Watch } from '../witness.ts';

/** What becomes of rewards whose consumer is deleted (SM §System Properties, Consumer Rewards Distribution). */
export const rewardsLeftBehind: Deviation = {
  name: 'rewards-left-behind',
  describes:
    'The rewards that arrive should all be paid; the releases keep what waits for a consumer when it is deleted, or is sent for it later, in the pool, and nobody can ever take it.',
  breaks: 'ICS-028 SM §System Properties (Consumer Rewards Distribution)',
  source: 'observed: what still waits for a consumer in the phase deleted',
  appliesTo: 'all releases',
  trace: 'rewards-of-deleted',
  watch(): Watch {
    const allocations = new Allocations();
    return {
      sees: onProvider((event) => {
        allocations.observe(event);
        return [...allocations.entries()].some(
          ([key, amount]) =>
            amount >= WHOLE && event.view.row(consumerPhases, consumerOf(key)) === 'CONSUMER_PHASE_DELETED',
        );
      }),
    };
  },
};
