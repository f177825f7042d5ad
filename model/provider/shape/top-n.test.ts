import { describe, expect, test } from 'vitest';
import { Refusal } from '../../refusal.ts';
import { bondedValidators } from '../staking.ts';
import { startProvider } from '../testing.ts';
import { minimumPower } from './top-n.ts';

const least = (powers: readonly bigint[], topN: number) =>
  minimumPower(bondedValidators(startProvider(powers).context()), topN);

describe('the minimum power in the top N (ADR-015)', () => {
  test.each([
    [50, 30n],
    [69, 30n],
    [70, 30n],
    [71, 20n],
    [90, 20n],
    [91, 10n],
    [100, 10n],
  ])('of 40, 30, 20 and 10 for %i percent is %i', (topN, expected) => {
    expect(least([40n, 30n, 20n, 10n], topN)).toBe(expected);
  });

  test('includes the validator that reaches the percentage exactly', () => {
    expect(least([50n, 30n, 20n], 50)).toBe(50n);
  });

  test('refuses a percentage of 0 or above 100', () => {
    expect(() => least([1n], 0)).toThrow(Refusal);
    expect(() => least([1n], 101)).toThrow(Refusal);
    expect(() => minimumPower([], 60)).toThrow(Refusal);
  });
});
