import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { Allocations, WHOLE } from '../history/allocations.ts';
import { moduleAddress } from '../module-address.ts';
import { balances } from '../tables/bank.ts';
import type { Watch } from '../witness.ts';

const POOL = `${moduleAddress('consumer_rewards_pool')}/`;

/** Rewards that are allocated to no consumer (SM §System Properties, Consumer Rewards Distribution). */
export const rewardsForNoConsumer: Deviation = {
  name: 'rewards-for-no-consumer',
  describes:
    'A transfer to the rewards pool should be paid to somebody. The releases allocate it to no consumer if its memo is JSON without a consumer id, or if the sending chain is no consumer. Its coins then stay in the pool for ever.',
  breaks: 'ICS-028 SM §System Properties (Consumer Rewards Distribution)',
  source: 'observed: the rewards pool holds more than is allocated to all consumers',
  appliesTo: 'all releases',
  trace: 'rewards-sent',
  watch(): Watch {
    const allocations = new Allocations();
    return {
      sees(event) {
        if (event.kind !== 'provider') return false;
        allocations.observe(event);
        return changesOf(event, balances).some(
          ({ key, row }) =>
            key.startsWith(POOL) && (row ?? 0n) * WHOLE - allocations.total(key.slice(POOL.length)) >= WHOLE,
        );
      },
    };
  },
};
