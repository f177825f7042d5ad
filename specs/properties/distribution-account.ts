import { SINGLETON } from '../key.ts';
import { changesOf, type HistoryEvent } from '../event.ts';
import { amountsOf, sumOf } from '../history/accrued.ts';
import { moduleAddress } from '../module-address.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import { balances, supply } from '../tables/bank.ts';
import { feePool, outstandingRewards } from '../tables/distribution.ts';
import { rewardsAllocations } from '../tables/provider.ts';
import { ONE, type Dec } from '../value.ts';

/** The invariant `module-account` of the SDK's distribution module, to the last decimal. */
export const distributionAccount: ExecutableProperty = {
  name: 'distribution-account',
  statement:
    'The distribution module holds exactly the outstanding rewards of validators and delegators plus the community pool.',
  altered:
    'each payment of consumer rewards can leave less than a token without an owner (the deviation shares-leave-dust), which stays in the account',
  kind: 'safety',
  group: 'rewards',
  source: 'SDK x/distribution §Invariants',
  touches: { provider: [outstandingRewards.name, feePool.name, balances.name] },
  status: 'executable',
  monitor,
};

const ACCOUNT = moduleAddress('distribution');

function monitor(): PropertyMonitor {
  /** The amount without an owner, by denomination. */
  const dust = new Map<string, Dec>();
  return {
    observe(event) {
      if (event.kind !== 'provider' || event.event === 'start') return undefined;
      if (!event.changes.has(outstandingRewards.name) && !event.changes.has(feePool.name)) return undefined;
      return wrongHolding(event, dust);
    },
  };
}

function wrongHolding(event: HistoryEvent, dust: Map<string, Dec>): Violation | undefined {
  const { view } = event;
  const owed = sumOf([
    amountsOf(view.row(feePool, SINGLETON)?.community_pool ?? []),
    ...[...view.rows(outstandingRewards)].map(([, { rewards }]) => amountsOf(rewards)),
  ]);
  const paid = changesOf(event, rewardsAllocations).map(({ key }) => key);
  const denoms = new Set([...owed.keys(), ...[...view.rows(supply)].map(([denom]) => denom)]);
  for (const denom of denoms) {
    const held = (view.row(balances, balances.key(ACCOUNT, denom)) ?? 0n) * ONE;
    const due = owed.get(denom) ?? 0n;
    const before = dust.get(denom) ?? 0n;
    const left = held - due - before;
    // A payment for each consumer can leave less than a token.
    const most = BigInt(paid.filter((key) => key.endsWith(`/${denom}`)).length) * ONE;
    if (left === 0n) continue;
    dust.set(denom, held - due);
    if (left > 0n && left < most) continue;
    return violation(event, `the distribution module owes ${due} of ${denom} (18 decimals); however it holds ${held}`);
  }
  return undefined;
}
