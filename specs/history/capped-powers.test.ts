import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cappedPowers } from './capped-powers.ts';

const capped = (powers: readonly number[], percent: number) => cappedPowers(powers.map(BigInt), percent).map(Number);

const somePowers = fc.array(fc.bigInt({ min: 1n, max: 1_000n }), { maxLength: 20 });
const somePercent = fc.integer({ min: 1, max: 100 });
const sum = (powers: readonly bigint[]) => powers.reduce((total, power) => total + power, 0n);

describe('capped powers', () => {
  test.each([
    [[100, 1, 1, 1], 30, [30, 24, 24, 25]],
    [[60, 138, 559], 35, [264, 264, 229]],
    [[5, 5, 5, 5, 5], 10, [2, 2, 2, 2, 2]],
    [[34, 33, 33], 33, [33, 33, 33]],
    [[1, 1], 10, [1, 1]],
    [[10, 10], 100, [10, 10]],
    [[], 50, []],
  ])('of %j at %i percent are %j', (powers, percent, expected) => {
    expect(capped(powers, percent)).toEqual(expected);
  });

  test('keep their sum or are all equal', () => {
    fc.assert(
      fc.property(somePowers, somePercent, (powers, percent) => {
        const result = cappedPowers(powers, percent);
        const areEqual = new Set(result).size <= 1;
        expect(areEqual || sum(result) === sum(powers)).toBe(true);
      }),
    );
  });

  test('do not change if none is above the cap, whatever their order', () => {
    expect(capped([1, 3, 2, 3], 50)).toEqual([3, 3, 2, 1]);
  });
});
