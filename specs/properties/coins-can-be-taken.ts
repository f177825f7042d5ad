import { coinsForNobody } from '../deviations/coins-for-nobody.ts';
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

/** Nothing stays where nobody can take it (SM §System Properties, Consumer Rewards Distribution). */
export const coinsCanBeTaken: ExecutableProperty = {
  name: 'coins-can-be-taken',
  statement: 'Coins come to rest in no account from which nobody can ever take them.',
  kind: 'safety',
  group: 'rewards',
  source: 'SM §System Properties (Consumer Rewards Distribution)',
  touches: { provider: [balances.name, rewardsAllocations.name], consumer: [balances.name] },
  altered: 'decided for the accounts that rewards and transfers pass through; fractions below a unit do not count',
  status: 'executable',
  monitor,
};

const POOL = `${moduleAddress('consumer_rewards_pool')}/`;

function monitor(): PropertyMonitor {
  const allocations = new Allocations();
  return {
    observe(event) {
      if (event.event === 'start') return undefined;
      if (holdsKeptFees(event)) return violation(event, 'no module takes what was kept', keptFeesHaveNoOwner.name);
      if (holdsTransfers(event)) {
        return violation(event, 'nobody signs for the account of transfers', transferAccountTakesCoins.name);
      }
      if (event.kind !== 'provider') return undefined;
      allocations.observe(event);
      return beyondAllocations(event, allocations) ?? leftBehind(event, allocations);
    },
  };
}

/** More in the pool than waits for any consumer is never paid. */
function beyondAllocations(event: HistoryEvent, allocations: Allocations): Violation | undefined {
  for (const { key, row = 0n } of changesOf(event, balances)) {
    if (!key.startsWith(POOL) || row * WHOLE - allocations.total(key.slice(POOL.length)) < WHOLE) continue;
    return violation(event, `the pool holds ${key.slice(POOL.length)} for no consumer`, coinsForNobody.name);
  }
  return undefined;
}

function leftBehind(event: HistoryEvent, allocations: Allocations): Violation | undefined {
  for (const [key, amount] of allocations.entries()) {
    const isDeleted = event.view.row(consumerPhases, consumerOf(key)) === 'CONSUMER_PHASE_DELETED';
    if (!isDeleted || amount < WHOLE) continue;
    return violation(event, `rewards wait for a consumer that is deleted: ${key}`, rewardsLeftBehind.name);
  }
  return undefined;
}
