import { describe, expect, test } from 'vitest';
import { bonded, engineMember, params } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { Story } from '../testing/story.ts';
import { providerConsensusSet } from './provider-consensus-set.ts';

function check(most: number, rows: ReturnType<typeof bonded>) {
  const { events } = new Story().start('provider', { rows: [params(5, most)] }).block('provider', { rows });
  return firstViolation(providerConsensusSet, events);
}

describe('provider consensus set', () => {
  test('accepts the most powerful of the bonded validators', () => {
    expect(check(2, [...bonded('aa', 9), ...bonded('bb', 8), ...bonded('cc', 7, false)])).toBeUndefined();
  });

  test('accepts either of two validators that tie for the last place', () => {
    expect(check(2, [...bonded('aa', 9), ...bonded('bb', 8, false), ...bonded('cc', 8)])).toBeUndefined();
  });

  test('rejects a validator that displaces a stronger one', () => {
    const wrong = check(2, [...bonded('aa', 9), ...bonded('bb', 8, false), ...bonded('cc', 7)]);
    expect(wrong?.because).toContain('however 2 bonded validators have more power');
  });

  test('rejects a set that is too large, or too small', () => {
    expect(check(1, [...bonded('aa', 9), ...bonded('bb', 8)])?.because).toContain('however it should have 1');
    expect(check(2, [...bonded('aa', 9), ...bonded('bb', 8, false)])?.because).toContain('however it should have 2');
  });

  test('rejects a power that differs from the one in staking', () => {
    expect(check(2, [...bonded('aa', 9, false), engineMember('aa', 8)])?.because).toContain(
      'its power in staking is 9',
    );
  });
});
