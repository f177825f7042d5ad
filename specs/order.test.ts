import { expect, test } from 'vitest';
import { ascending, descending, exportsOf } from './order.ts';

const numbers = [2n ** 70n, -1n, 2n ** 70n + 1n, 0n];

test('numbers of any size are sorted in both directions', () => {
  const up = [-1n, 0n, 2n ** 70n, 2n ** 70n + 1n];
  expect(numbers.toSorted(ascending)).toEqual(up);
  expect(numbers.toSorted(descending)).toEqual(up.toReversed());
});

test('equal numbers leave the order to the next criterion', () => {
  expect(descending(7n, 7n)).toBe(0);
  expect(ascending(7n, 7n)).toBe(0);
});

test('exports are sorted by name, not by their place in the file', () => {
  expect(exportsOf({ later: 2, Last: 3, earlier: 1 })).toEqual([3, 1, 2]);
});
