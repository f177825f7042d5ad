import { changesOf, type BlockEvent, type HistoryEvent } from '../event.ts';
import { Allocations, WHOLE } from '../history/allocations.ts';
import { Earnings } from '../history/earnings.ts';
import { transfersReceived } from '../history/transfers.ts';
import { moduleAddress } from '../module-address.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import { accounts } from '../tables/auth.ts';
import { balances } from '../tables/bank.ts';
import { outstandingRewards } from '../tables/distribution.ts';
import { arrivingDenom, nameOfDenom, VOUCHER } from '../traced-denom.ts';
import type { Dec } from '../value.ts';

/** Consumer Rewards Distribution (SM §System Properties). */
export const consumerRewardsDistribution: ExecutableProperty = {
  name: 'consumer-rewards-distribution',
  statement: 'Rewards that a consumer sends are escrowed there, minted on the provider and paid to its validators.',
  kind: 'safety and liveness',
  group: 'rewards',
  source: 'SM §System Properties',
  touches: {
    provider: [
      'provider/rewards-allocations',
      'provider/consumer-reward-denoms',
      'provider/allowlisted-reward-denoms',
      'distribution/outstanding-rewards',
      'distribution/fee-pool',
    ],
  },
  altered:
    'with partial set security, only the validators of that consumer are paid (ADR-015). Decided on the provider: the rewards pool holds all that is allocated to consumers, pays out nothing else, and validators or the community pool get what it pays, except for less than a token of rounding',
  status: 'executable',
  monitor,
};

/** The accounts on the provider that rewards pass through. */
const POOL = moduleAddress('consumer_rewards_pool');
const DISTRIBUTION = moduleAddress('distribution');
const COLLECTOR = moduleAddress('fee_collector');

/** Messages that move coins only by their packets. Other messages can send coins to the same accounts. */
const STILL = /^\/(?:ibc|interchain_security)\./u;

function monitor(): PropertyMonitor {
  const allocations = new Allocations();
  const held = new Map<string, bigint>();
  const spare = new Map<string, Dec>();
  const earned = new Earnings();

  /** The unallocated balance of the pool, which nothing may spend. */
  const takenSpare = (event: HistoryEvent, denoms: ReadonlySet<string>): Violation | undefined => {
    for (const denom of denoms) {
      const rest = (held.get(`${POOL}/${denom}`) ?? 0n) * WHOLE - allocations.total(denom);
      const before = spare.get(denom) ?? 0n;
      spare.set(denom, rest);
      if (rest >= before) continue;
      const because = `the rewards pool held ${before} fractions of ${denom} that are not allocated; however only ${rest} are left`;
      return violation(event, because);
    }
    return undefined;
  };

  return {
    observe(event) {
      if (event.kind !== 'provider') return undefined;
      const before = new Map<string, bigint>();
      for (const { key, row } of changesOf(event, balances)) {
        const account = key.slice(0, 40);
        if (account !== POOL && account !== DISTRIBUTION && account !== COLLECTOR) continue;
        if (!before.has(key)) before.set(key, held.get(key) ?? 0n);
        held.set(key, row ?? 0n);
      }
      const changed = new Set(allocations.observe(event).map(({ denom }) => denom));
      for (const key of before.keys()) if (key.startsWith(POOL)) changed.add(key.slice(POOL.length + 1));
      const more = earned.observe(event);
      const wrong = changed.size > 0 ? takenSpare(event, changed) : undefined;
      if (wrong !== undefined || event.event !== 'block' || !isStill(event)) return wrong;
      for (const denom of changed) {
        if (!denom.startsWith(VOUCHER)) continue;
        const lost = lostInShares(event, denom, before, held, more.get(denom) ?? 0n);
        if (lost !== undefined) return lost;
      }
      return undefined;
    },
  };
}

/** What the pool pays goes to the distribution module, which credits it to its owners. */
function lostInShares(
  event: BlockEvent,
  denom: string,
  before: ReadonlyMap<string, bigint>,
  held: ReadonlyMap<string, bigint>,
  earned: Dec,
): Violation | undefined {
  const now = (account: string): bigint => held.get(`${account}/${denom}`) ?? 0n;
  const was = (account: string): bigint => before.get(`${account}/${denom}`) ?? now(account);
  const paid = was(POOL) + arrived(event, denom) - now(POOL);
  if (paid === 0n) return undefined;
  // The fees of the previous block are distributed at the same time.
  const taken = now(DISTRIBUTION) - was(DISTRIBUTION);
  if (taken !== paid + was(COLLECTOR)) {
    return violation(event, `the rewards pool paid ${paid} of ${denom}; however the distribution module got ${taken}`);
  }
  const lost = taken * WHOLE - earned;
  if (lost >= 0n && lost < WHOLE) return undefined;
  return violation(event, `${taken} of ${denom} were distributed; however ${earned} fractions of it were credited`);
}

function arrived(event: BlockEvent, denom: string): bigint {
  const account = event.view.row(accounts, POOL);
  const pool = account !== undefined && 'base_account' in account ? account.base_account.address : undefined;
  return transfersReceived(event)
    .filter(({ success, data }) => success && data.receiver === pool)
    .filter(({ packet, data }) => nameOfDenom(arrivingDenom(packet, data.denom).denom) === denom)
    .reduce((sum, { data }) => sum + data.amount, 0n);
}

/** Whether no transaction and no validator removal in the block moved coins of the distribution module. */
function isStill(event: BlockEvent): boolean {
  const still = event.block.txs.every(({ messages }) => messages.every((message) => STILL.test(message['@type'])));
  return still && changesOf(event, outstandingRewards).every(({ row }) => row !== undefined);
}
