import { describe, expect, test } from 'vitest';
import { goSorted } from './go-sort.ts';

/** Keys of a simple generator, the same everywhere. */
function drawn(length: number, kinds: number, seed: number): number[] {
  let x = seed;
  return Array.from({ length }, () => {
    x = Number((BigInt(x) * 1_103_515_245n + 12_345n) & 0x7f_ff_ff_ffn);
    return (x >> 8) % kinds;
  });
}

function keys(length: number, key: (i: number) => number): number[] {
  return Array.from({ length }, (_, i) => key(i));
}

/** Where each item stood before, with the greatest key first. */
function order(list: readonly number[]): number[] {
  return goSorted(
    list.map((key, i) => ({ key, i })),
    (a, b) => a.key > b.key,
  ).map(({ i }) => i);
}

/** Changes with the place of every item. */
function fingerprint(list: readonly number[]): number {
  return list.reduce((sum, i, place) => sum + i * place, 0);
}

// What sort.Slice of Go 1.26 leaves: the same program with the same keys.
describe("Go's order of equals", () => {
  test('is stable up to twelve items', () => {
    expect(order([1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2])).toEqual([1, 3, 5, 7, 9, 11, 0, 2, 4, 6, 8, 10]);
  });

  test('is not stable above twelve', () => {
    expect(order(drawn(20, 5, 2))).toEqual([5, 18, 17, 16, 10, 14, 11, 0, 9, 12, 1, 7, 4, 15, 19, 8, 6, 13, 3, 2]);
    expect(order(keys(30, (i) => i % 7))).toEqual([
      6, 20, 27, 13, 12, 26, 19, 5, 4, 11, 25, 18, 17, 24, 10, 3, 23, 16, 2, 9, 15, 1, 22, 8, 29, 14, 21, 0, 28, 7,
    ]);
  });

  test('is stable for a sorted list of any length', () => {
    expect(order(keys(200, (i) => -Math.trunc(i / 9)))).toEqual(keys(200, (i) => i));
  });

  test.each([
    ['64 keys of 64', drawn(64, 64, 4), 69_498],
    ['100 keys of four', drawn(100, 4, 5), 247_350],
    ['100 keys of a thousand', drawn(100, 1000, 6), 248_998],
    ['200 keys of thirty', drawn(200, 30, 7), 1_958_256],
    ['keys that rise in threes', keys(100, (i) => Math.trunc(i / 3)), 161_743],
    ['keys that rise and fall again', keys(500, (i) => (i < 250 ? i : 500 - i)), 31_070_557],
    ['a hundred of which a few are out of order', keys(100, (i) => (i % 17 === 5 ? 109 - i : 100 - i)), 328_155],
    ['five hundred of which a few are', keys(500, (i) => (i % 17 === 5 ? 509 - i : 500 - i)), 41_540_682],
  ])('of %s', (_, list, expected) => {
    const sorted = order(list);
    expect(new Set(sorted).size).toBe(list.length);
    expect(fingerprint(sorted)).toBe(expected);
  });
});
