import { SINGLETON } from '../key.ts';
import { describe, expect, test } from 'vitest';
import { WHOLE } from '../history/allocations.ts';
import { distributionParams, type DistributionParamsRow } from '../tables/distribution.ts';
import { phase } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { put, Story } from '../testing/story.ts';
import { allocation, balance, pool, VOUCHER } from '../testing/transfers.ts';
import { coinsCanBeSpent } from './coins-can-be-spent.ts';

function violationOn(chain: string, rows: readonly ReturnType<typeof balance>[]) {
  const { events } = new Story().start(chain).block(chain, { rows });
  return firstViolation(coinsCanBeSpent, events);
}

describe('coins can be taken', () => {
  test('from the rewards pool while they are allocated to a consumer, and from user accounts', () => {
    const waiting = [...pool(VOUCHER, 5n), allocation('0', VOUCHER, 5n * WHOLE), phase('0', 'CONSUMER_PHASE_LAUNCHED')];
    expect(violationOn('provider', waiting)).toBeUndefined();
    expect(violationOn('c0', [balance('fee_collector', 'stake', 5n)])).toBeUndefined();
  });

  test('from the fees that a consumer keeps, if a module distributes them', () => {
    const shares = put(distributionParams, SINGLETON, {} as DistributionParamsRow);
    expect(violationOn('c0', [shares, balance('cons_redistribute', 'stake', 5n)])).toBeUndefined();
  });

  test.each([
    [
      'the fees that a consumer keeps without such a module',
      'c0',
      [balance('cons_redistribute', 'stake', 1n)],
      'consumer kept',
    ],
    [
      'the account of the transfer module',
      'c0',
      [balance('transfer', VOUCHER, 1n)],
      'the account of the transfer module',
    ],
    ['that account on the provider', 'provider', [balance('transfer', 'stake', 1n)], 'of the transfer module'],
    ['the unallocated part of the rewards pool', 'provider', pool(VOUCHER, 5n), 'allocated to no consumer'],
    [
      'the part of the rewards pool that is allocated to a deleted consumer',
      'provider',
      [...pool(VOUCHER, 5n), allocation('0', VOUCHER, 5n * WHOLE), phase('0', 'CONSUMER_PHASE_DELETED')],
      'a deleted consumer',
    ],
  ])('but not from %s', (_, chain, rows, because) => {
    expect(violationOn(chain, rows)?.because).toContain(because);
  });
});
