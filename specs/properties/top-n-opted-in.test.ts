import { describe, expect, test } from 'vitest';
import type { RowChange } from '../block.ts';
import { minimumPowerInTopN } from '../tables/provider.ts';
import { lastValidatorPowers, validators } from '../tables/staking/validator.ts';
import { bonded, engineMember, launched, optIn, params, shaped, staked } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { put, Story } from '../testing/story.ts';
import { topNOptedIn } from './top-n-opted-in.ts';

const least = (power: bigint) => put(minimumPowerInTopN, '0', power);

/** Three validators of 50, 30 and 20 percent of the power. */
const three = [...bonded('aa', 50), ...bonded('bb', 30), ...bonded('cc', 20)];

/** More tokens than a power of 30 needs. */
const MORE = { tokens: 30_000_001n };

function check(topN: number, ...rows: readonly RowChange[]) {
  const { events } = new Story()
    .start('provider', { rows: [params(1), ...three, ...launched('0', { aa: 50 }), shaped('0', { top_N: topN })] })
    .block('provider', { rows });
  return firstViolation(topNOptedIn, events);
}

describe('top N opted in', () => {
  test('accepts the validators of the top N, exactly at the percentage and one percent above it', () => {
    expect(check(50, least(50n), optIn('0', 'aa'))).toBeUndefined();
    expect(check(51, least(30n), optIn('0', 'aa'), optIn('0', 'bb'))).toBeUndefined();
    expect(check(80, least(30n), optIn('0', 'aa'), optIn('0', 'bb'))).toBeUndefined();
  });

  test('accepts that no validator has opted in to a consumer that is not Top N', () => {
    expect(check(0)).toBeUndefined();
  });

  test('rejects that a validator in the top N has not opted in', () => {
    expect(check(81, least(20n), optIn('0', 'aa'), optIn('0', 'bb'))?.because).toContain(
      'cc with power 20 is in the top N',
    );
  });

  test('rejects that a validator with the same power as the last one has not opted in', () => {
    const tie = [put(lastValidatorPowers, 'cc', { value: 30n }), put(validators, 'cc', staked('cc', 30))];
    const wrong = check(70, ...tie, engineMember('cc', 30), least(30n), optIn('0', 'aa'), optIn('0', 'bb'));
    expect(wrong?.because).toContain('cc with power 30 is in');
    expect(wrong?.deviation).toBeUndefined();
  });

  test('names the deviation that explains a validator that has not opted in, and only then', () => {
    const tied = [put(lastValidatorPowers, 'cc', { value: 30n }), put(validators, 'cc', staked('cc', 30, MORE))];
    const rows = [params(1, 2), ...bonded('aa', 50), ...bonded('bb', 30), ...bonded('cc', 20, false), ...tied];
    const { events } = new Story()
      .start('provider', { rows: [...rows, ...launched('0', {}), shaped('0', { top_N: 100 })] })
      .block('provider', { rows: [least(30n), optIn('0', 'aa')] });
    expect(firstViolation(topNOptedIn, events)).toMatchObject({
      because: expect.stringContaining('bb with power 30 is in'),
      deviation: 'tokens-outrank-power',
    });
  });

  test('rejects the minimum power of another percentage', () => {
    expect(check(51, least(50n), optIn('0', 'aa'))?.because).toContain('however consumer 0 stores 50');
  });
});
