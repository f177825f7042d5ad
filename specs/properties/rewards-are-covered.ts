import type { HistoryEvent } from '../event.ts';
import { accrued, amountsOf, sumOf, type Amounts } from '../history/accrued.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import {
  accumulatedCommissions,
  currentRewards,
  historicalRewards,
  outstandingRewards,
  startingInfos,
} from '../tables/distribution.ts';
import type { Hex } from '../value.ts';

/** The invariants `can-withdraw` and `nonnegative-outstanding` of the SDK's distribution module. */
export const rewardsAreCovered: ExecutableProperty = {
  name: 'rewards-are-covered',
  statement:
    'The outstanding rewards of every validator cover its commission and the rewards of all its delegators, so that all can withdraw in any order.',
  kind: 'safety',
  group: 'rewards',
  source: 'SDK x/distribution §Invariants',
  touches: {
    provider: [outstandingRewards.name, accumulatedCommissions.name, currentRewards.name, historicalRewards.name],
  },
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  return {
    observe(event) {
      if (event.kind !== 'provider' || event.event === 'start') return undefined;
      const touched = event.changes.has(outstandingRewards.name) || event.changes.has(accumulatedCommissions.name);
      return touched ? uncovered(event) : undefined;
    },
  };
}

function uncovered(event: HistoryEvent): Violation | undefined {
  const { view } = event;
  const claims = new Map<Hex, Amounts[]>();
  for (const [key, start] of view.rows(startingInfos)) {
    const [operator = '', delegator = ''] = key.split('/');
    const own = claims.get(operator) ?? [];
    own.push(accrued(view, { delegator, operator, start }));
    claims.set(operator, own);
  }
  for (const [operator, { rewards }] of view.rows(outstandingRewards)) {
    const commission = amountsOf(view.row(accumulatedCommissions, operator)?.commission ?? []);
    const owed = amountsOf(rewards);
    for (const [denom, amount] of sumOf([commission, ...(claims.get(operator) ?? [])])) {
      const there = owed.get(denom) ?? 0n;
      if (amount > there) {
        const because = `${operator} and its delegators have earned ${amount} of ${denom} (18 decimals); however its outstanding rewards are ${there}`;
        return violation(event, because);
      }
    }
  }
  return undefined;
}
