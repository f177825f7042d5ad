import type { HistoryEvent } from '../event.ts';
import { amountsOf, ONE, sumOf } from '../history/accrued.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import { accounts } from '../tables/auth.ts';
import { balances, supply } from '../tables/bank.ts';
import { feePool, outstandingRewards } from '../tables/distribution.ts';
import type { Hex } from '../value.ts';

/** The invariant `module-account` of the SDK's distribution module, to the last decimal. */
export const distributionAccount: ExecutableProperty = {
  name: 'distribution-account',
  statement:
    'What the distribution module holds is exactly what validators and delegators have not taken yet and what belongs to the community.',
  kind: 'safety',
  group: 'rewards',
  source: 'SDK x/distribution §Invariants',
  touches: { provider: [outstandingRewards.name, feePool.name, balances.name] },
  appliesTo: 'all releases',
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  let account: Hex | undefined;
  return {
    observe(event) {
      if (event.kind !== 'provider' || event.event === 'start') return undefined;
      if (!event.changes.has(outstandingRewards.name) && !event.changes.has(feePool.name)) return undefined;
      account ??= accountOf(event, 'distribution');
      return account === undefined ? undefined : wrongHolding(event, account);
    },
    finish: () => undefined,
  };
}

function wrongHolding(event: HistoryEvent, account: Hex): Violation | undefined {
  const { view } = event;
  const owed = sumOf([
    amountsOf(view.row(feePool, '')?.community_pool ?? []),
    ...[...view.rows(outstandingRewards)].map(([, { rewards }]) => amountsOf(rewards)),
  ]);
  const denoms = new Set([...owed.keys(), ...[...view.rows(supply)].map(([denom]) => denom)]);
  for (const denom of denoms) {
    const held = (view.row(balances, `${account}/${denom}`) ?? 0n) * ONE;
    const due = owed.get(denom) ?? 0n;
    if (held !== due) {
      return violation(
        event,
        `the distribution module owes ${due} of ${denom} (18 decimals); however it holds ${held}`,
      );
    }
  }
  return undefined;
}

/** The address of a module's account. */
function accountOf({ view }: HistoryEvent, module: string): Hex | undefined {
  for (const [address, row] of view.rows(accounts)) {
    if (row['@type'] === '/cosmos.auth.v1beta1.ModuleAccount' && row.name === module) return address;
  }
  return undefined;
}
