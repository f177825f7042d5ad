import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cappedPowers } from '../../../specs/history/capped-powers.ts';
import { byPower, capPowers } from './power-cap.ts';

const capped = (powers: readonly number[], percent: number) =>
  capPowers(
    powers.map((power, i) => ({ i, power: BigInt(power) })),
    percent,
  ).map(({ power }) => Number(power));

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

describe('capping powers (ADR-015)', () => {
  test.each([
    [[100, 1, 1, 1], 30, [30, 25, 24, 24]],
    [[60, 138, 559], 35, [264, 264, 229]],
    [[5, 5, 5, 5, 5], 10, [2, 2, 2, 2, 2]],
    [[34, 33, 33], 33, [33, 33, 33]],
    [[1, 1], 10, [1, 1]],
    [[10, 10], 100, [10, 10]],
    [[], 50, []],
  ])('%j at %i percent becomes %j', (powers, percent, expected) => {
    expect(capped(powers, percent).toSorted((a, b) => b - a)).toEqual(expected);
  });

  test('keeps the sum where the cap can be kept', () => {
    const powers = [1000, 500, 20, 7, 3, 1];
    expect(sum(capped(powers, 20))).toBe(sum(powers));
    expect(Math.max(...capped(powers, 20))).toBe(Math.floor(sum(powers) / 5));
  });

  test('gives the remainder to the last validator', () => {
    expect(capped([100, 1, 1, 1], 30)).toEqual([30, 24, 24, 25]);
  });
});

test('equal powers keep their order', () => {
  const validators = [1n, 3n, 3n, 2n].map((power, i) => ({ i, power }));
  expect(byPower(validators).map(({ i }) => i)).toEqual([1, 2, 3, 0]);
});

test('the model spreads powers as the property asks for that it is judged by', () => {
  const powers = fc.oneof(
    fc.array(fc.bigInt({ min: 1n, max: 30n }), { maxLength: 30 }),
    fc.array(fc.bigInt({ min: 1n, max: 1_000_000n }), { maxLength: 12 }),
  );
  fc.assert(
    fc.property(powers, fc.integer({ min: 1, max: 100 }), (list, percent) => {
      const capped = capPowers(
        list.map((power) => ({ power })),
        percent,
      );
      expect(capped.map(({ power }) => power)).toEqual(cappedPowers(list, percent));
    }),
    { numRuns: 500 },
  );
});
