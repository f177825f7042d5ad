import { SINGLETON } from '../key.ts';
import { describe, expect, test } from 'vitest';
import { WHOLE } from '../history/allocations.ts';
import { distributionParams, type DistributionParamsRow } from '../tables/distribution.ts';
import { phase } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { put, Story } from '../testing/story.ts';
import { allocation, balance, pool, VOUCHER } from '../testing/transfers.ts';
import { coinsCanBeTaken } from './coins-can-be-taken.ts';

function violationOn(chain: string, rows: readonly ReturnType<typeof balance>[]) {
  const { events } = new Story().start(chain).block(chain, { rows });
  return firstViolation(coinsCanBeTaken, events);
}

describe('coins can be taken', () => {
  test('from the pool while they wait for a consumer, and from accounts of users', () => {
    const waiting = [...pool(VOUCHER, 5n), allocation('0', VOUCHER, 5n * WHOLE), phase('0', 'CONSUMER_PHASE_LAUNCHED')];
    expect(violationOn('provider', waiting)).toBeUndefined();
    expect(violationOn('c0', [balance('fee_collector', 'stake', 5n)])).toBeUndefined();
  });

  test('from what a consumer keeps, where a module shares it out', () => {
    const shares = put(distributionParams, SINGLETON, {} as DistributionParamsRow);
    expect(violationOn('c0', [shares, balance('cons_redistribute', 'stake', 5n)])).toBeUndefined();
  });

  test.each([
    ['what a consumer keeps without such a module', 'c0', [balance('cons_redistribute', 'stake', 1n)], 'what was kept'],
    ['the account of transfers', 'c0', [balance('transfer', VOUCHER, 1n)], 'the account of transfers'],
    ['the account of transfers on the provider', 'provider', [balance('transfer', 'stake', 1n)], 'of transfers'],
    ['the pool beyond what waits', 'provider', pool(VOUCHER, 5n), 'for no consumer'],
    [
      'the pool when the consumer is deleted',
      'provider',
      [...pool(VOUCHER, 5n), allocation('0', VOUCHER, 5n * WHOLE), phase('0', 'CONSUMER_PHASE_DELETED')],
      'a consumer that is deleted',
    ],
  ])('but not from %s', (_, chain, rows, because) => {
    expect(violationOn(chain, rows)?.because).toContain(because);
  });
});
