import { describe, expect, test } from 'vitest';
import { withdrawAddresses } from '../tables/distribution.ts';
import { unbondingDelegations } from '../tables/staking/delegation.ts';
import { delegated, earns, holds, period, periodOver, running } from '../testing/distribution-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { drop, put, Story, type Happening } from '../testing/story.ts';
import { withdrawnIsEarned } from './withdrawn-is-earned.ts';

const WITHDRAW = '/cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward';
const begin = [
  ...delegated('aa', 'dd', 10),
  period('aa', 1, 100, 2),
  running('aa', 2),
  earns('aa', 'dd', 10, 1),
  holds('dd', 50),
];

/** Ten tokens have earned 0.55 each, which is withdrawn. */
const settled = [periodOver('aa', 1), period('aa', 2, 650, 2), running('aa', 3), earns('aa', 'dd', 10, 2, 2)];

function after(rows: Happening['rows'] = [], result = { codespace: '', code: 0 }) {
  const txs = [{ message: { '@type': WITHDRAW }, result }];
  const { events } = new Story()
    .start('provider')
    .block('provider', { rows: begin })
    .block('provider', { rows: [...settled, ...rows], txs });
  return firstViolation(withdrawnIsEarned, events);
}

describe('a withdrawal', () => {
  test('accepts all whole coins that were earned', () => {
    expect(after([holds('dd', 55)])).toBeUndefined();
  });

  test('accepts that a withdraw address receives them', () => {
    expect(after([put(withdrawAddresses, 'dd', 'ee'), holds('ee', 5)])).toBeUndefined();
  });

  test('rejects one coin more', () => {
    expect(after([holds('dd', 56)])?.because).toBe('dd has earned 5stake; however it is paid 6stake');
  });

  test('rejects one coin less, and no coins', () => {
    expect(after([holds('dd', 54)])?.because).toContain('however it is paid 4stake');
    expect(after()?.because).toContain('however it is paid nothing');
  });

  test('rejects that the delegator is paid instead of its withdraw address', () => {
    expect(after([put(withdrawAddresses, 'dd', 'ee'), holds('dd', 55)])?.because).toContain(
      'however it is paid nothing',
    );
  });

  test('ignores a block that pays the receiver something else, and a withdrawal that is refused', () => {
    expect(after([holds('dd', 99), drop(unbondingDelegations, unbondingDelegations.key('dd', 'aa'))])).toBeUndefined();
    expect(after([holds('dd', 50)], { codespace: 'sdk', code: 5 })).toBeUndefined();
  });
});
