import { rewardsForNoConsumer } from '../deviations/rewards-for-no-consumer.ts';
import { keptFeesHaveNoOwner } from '../deviations/kept-fees-have-no-owner.ts';
import { rewardsLeftBehind } from '../deviations/rewards-left-behind.ts';
import { transferAccountTakesCoins } from '../deviations/transfer-account-takes-coins.ts';
import { changesOf, type HistoryEvent } from '../event.ts';
import { Allocations, WHOLE } from '../history/allocations.ts';
import { consumerOf } from '../history/consumer-sets.ts';
import { holdsKeptFees, holdsTransfers } from '../history/dead-ends.ts';
import { moduleAddress } from '../module-address.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import { balances } from '../tables/bank.ts';
import { consumerPhases, rewardsAllocations } from '../tables/provider.ts';

/** No account holds coins that nothing can ever spend (SM §System Properties, Consumer Rewards Distribution). */
export const coinsCanBeSpent: ExecutableProperty = {
  name: 'coins-can-be-spent',
  statement: 'Coins never end in an account that nothing can ever spend from.',
  kind: 'safety',
  group: 'rewards',
  source: 'SM §System Properties (Consumer Rewards Distribution)',
  touches: { provider: [balances.name, rewardsAllocations.name], consumer: [balances.name] },
  altered: 'decided for the accounts that rewards and transfers pass through. Fractions of a coin do not count',
  status: 'executable',
  monitor,
};

const POOL = `${moduleAddress('consumer_rewards_pool')}/`;

function monitor(): PropertyMonitor {
  const allocations = new Allocations();
  return {
    observe(event) {
      if (event.event === 'start') return undefined;
      if (holdsKeptFees(event))
        return violation(event, 'no module spends the fees that the consumer kept', keptFeesHaveNoOwner.name);
      if (holdsTransfers(event)) {
        return violation(
          event,
          'nobody can sign for the account of the transfer module',
          transferAccountTakesCoins.name,
        );
      }
      if (event.kind !== 'provider') return undefined;
      allocations.observe(event);
      return beyondAllocations(event, allocations) ?? leftBehind(event, allocations);
    },
  };
}

/** Coins in the rewards pool that are allocated to no consumer are never paid. */
function beyondAllocations(event: HistoryEvent, allocations: Allocations): Violation | undefined {
  for (const { key, row = 0n } of changesOf(event, balances)) {
    if (!key.startsWith(POOL) || row * WHOLE - allocations.total(key.slice(POOL.length)) < WHOLE) continue;
    return violation(
      event,
      `the rewards pool holds ${key.slice(POOL.length)} that are allocated to no consumer`,
      rewardsForNoConsumer.name,
    );
  }
  return undefined;
}

function leftBehind(event: HistoryEvent, allocations: Allocations): Violation | undefined {
  for (const [key, amount] of allocations.entries()) {
    const isDeleted = event.view.row(consumerPhases, consumerOf(key)) === 'CONSUMER_PHASE_DELETED';
    if (!isDeleted || amount < WHOLE) continue;
    return violation(event, `rewards are allocated to a deleted consumer: ${key}`, rewardsLeftBehind.name);
  }
  return undefined;
}
