import { SINGLETON } from '../key.ts';
import { describe, expect, test } from 'vitest';
import type { RowChange } from '../block.ts';
import { WHOLE } from '../history/allocations.ts';
import { feePool, outstandingRewards } from '../tables/distribution.ts';
import { firstViolation } from '../testing/run.ts';
import { put, Story } from '../testing/story.ts';
import { allocation, balance, pool, takes, transferPacket, VOUCHER } from '../testing/transfers.ts';
import { consumerRewardsDistribution } from './consumer-rewards-distribution.ts';

/** A hundred tokens arrive for consumer 0, followed by a block with these rows. */
function after(...rows: readonly RowChange[]) {
  return new Story()
    .start('provider')
    .block('provider', {
      ...takes(transferPacket({ amount: '100' })),
      rows: [...pool(VOUCHER, 100n), allocation('0', VOUCHER, 100n * WHOLE)],
    })
    .block('provider', { rows });
}

const earns = (amount: Dec) => put(outstandingRewards, 'aa', { rewards: [{ denom: VOUCHER, amount }] });
const community = (amount: Dec) => put(feePool, SINGLETON, { community_pool: [{ denom: VOUCHER, amount }] });
type Dec = bigint;

const paid = [
  balance('consumer_rewards_pool', VOUCHER, 0n),
  balance('distribution', VOUCHER, 100n),
  allocation('0', VOUCHER, 0n),
  community(2n * WHOLE),
];

describe('consumer rewards distribution', () => {
  test('accepts rewards that are paid except for a fraction of a token', () => {
    const { events } = after(...paid, earns(98n * WHOLE - 3n));
    expect(firstViolation(consumerRewardsDistribution, events)).toBeUndefined();
  });

  test('accepts fees that are distributed at the same time', () => {
    const { events } = new Story()
      .start('provider', { rows: [...pool(VOUCHER, 100n), allocation('0', VOUCHER, 100n * WHOLE)] })
      .block('provider', { rows: [balance('fee_collector', VOUCHER, 7n)] })
      .block('provider', {
        rows: [
          ...paid,
          earns(105n * WHOLE),
          balance('fee_collector', VOUCHER, 0n),
          balance('distribution', VOUCHER, 107n),
        ],
      });
    expect(firstViolation(consumerRewardsDistribution, events)).toBeUndefined();
  });

  test('rejects that the pool pays coins that are not allocated', () => {
    const { events } = after(balance('consumer_rewards_pool', VOUCHER, 99n), balance('distribution', VOUCHER, 1n));
    expect(firstViolation(consumerRewardsDistribution, events)?.because).toContain('that are not allocated; however');
  });

  test('rejects rewards that the distribution module never gets', () => {
    const { events } = after(...paid, balance('distribution', VOUCHER, 99n), earns(97n * WHOLE));
    expect(firstViolation(consumerRewardsDistribution, events)?.because).toContain('the distribution module got 99');
  });

  test('rejects that fewer or more rewards are credited than were paid', () => {
    for (const amount of [97n * WHOLE, 98n * WHOLE + 1n]) {
      const { events } = after(...paid, earns(amount));
      expect(firstViolation(consumerRewardsDistribution, events)?.because).toContain('were distributed; however');
    }
  });
});
