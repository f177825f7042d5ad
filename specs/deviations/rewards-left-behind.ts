import type { Deviation } from '../deviation.ts';
import { Allocations, WHOLE } from '../history/allocations.ts';
import { consumerOf } from '../history/consumer-sets.ts';
import { consumerPhases } from '../tables/provider.ts';
import { onProvider, type Watch } from '../witness.ts';

/** What happens to the rewards of a deleted consumer (SM §System Properties, Consumer Rewards Distribution). */
export const rewardsLeftBehind: Deviation = {
  name: 'rewards-left-behind',
  describes:
    'All rewards that arrive should be paid. Rewards that wait for a consumer when it is deleted, or arrive for it later, stay in the pool for ever in the releases.',
  breaks: 'ICS-028 SM §System Properties (Consumer Rewards Distribution)',
  source: 'observed: rewards that are allocated to a deleted consumer',
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
