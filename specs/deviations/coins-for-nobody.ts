import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { Allocations, WHOLE } from '../history/allocations.ts';
import { moduleAddress } from '../module-address.ts';
import { balances } from '../tables/bank.ts';
import type { Watch } from '../witness.ts';

const POOL = `${moduleAddress('consumer_rewards_pool')}/`;

/** What becomes of coins that reach the pool of rewards (SM §System Properties, Consumer Rewards Distribution). */
export const coinsForNobody: Deviation = {
  name: 'coins-for-nobody',
  describes:
    'A transfer to the account for rewards should be paid to somebody; one with a memo that is JSON and names no consumer, or from a chain that is none, the releases write down for nobody, and nobody can ever take it.',
  breaks: 'ICS-028 SM §System Properties (Consumer Rewards Distribution)',
  source: 'observed: the balance of the pool and all that waits for any consumer',
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
