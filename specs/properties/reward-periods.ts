import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';
import { historicalRewards, slashEvents, startingInfos } from '../tables/distribution.ts';
import { delegations } from '../tables/staking/delegation.ts';
import { validators } from '../tables/staking/validator.ts';

/** The invariant `reference-count` of the SDK's distribution module. */
export const rewardPeriods: ExecutableProperty = {
  name: 'reward-periods',
  statement:
    'Each delegation refers to the period from which it earns, each slash and each validator refers to one period, and no other period is stored.',
  kind: 'safety',
  group: 'rewards',
  source: 'SDK x/distribution §Invariants',
  touches: { provider: [historicalRewards.name, startingInfos.name, slashEvents.name] },
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  return {
    observe(event) {
      if (event.kind !== 'provider' || event.event === 'start') return undefined;
      const { view, changes } = event;
      if (!changes.has(historicalRewards.name) && !changes.has(startingInfos.name)) return undefined;
      let references = 0;
      for (const [, { reference_count: count }] of view.rows(historicalRewards)) references += count;
      const [held, earning] = [size(view.rows(delegations)), size(view.rows(startingInfos))];
      if (held !== earning) {
        return violation(event, `there are ${held} delegations; however ${earning} of them earn rewards`);
      }
      const due = size(view.rows(validators)) + held + size(view.rows(slashEvents));
      return references === due
        ? undefined
        : violation(event, `${due} rows should refer to a period of rewards; however ${references} do`);
    },
  };
}

function size(rows: Iterable<unknown>): number {
  return [...rows].length;
}
