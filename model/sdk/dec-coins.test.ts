import { describe, expect, test } from 'vitest';
import { ONE } from '../../specs/value.ts';
import {
  addCoinsOf,
  decCoinsOf,
  divideCoinsTruncated,
  leastOf,
  multiplyCoins,
  multiplyCoinsTruncated,
  subtractCoins,
  truncateCoins,
  tryToSubtract,
} from './dec-coins.ts';
import { refusalOf } from './testing.ts';

const atom = (amount: bigint) => ({ denom: 'atom', amount });
const stake = (amount: bigint) => ({ denom: 'stake', amount });

describe('coins with decimals', () => {
  test('are whole coins with eighteen zeros', () => {
    expect(decCoinsOf([stake(3n)])).toEqual([stake(3n * ONE)]);
  });

  test('add up by denomination, in order', () => {
    expect(addCoinsOf([stake(1n)], [atom(2n), stake(3n)])).toEqual([atom(2n), stake(4n)]);
    expect(addCoinsOf([], [stake(1n)])).toEqual([stake(1n)]);
  });

  test('leave nothing of what is taken away entirely', () => {
    expect(subtractCoins([atom(2n), stake(3n)], [atom(2n), stake(1n)])).toEqual([stake(2n)]);
  });

  test('are never negative', () => {
    expect(tryToSubtract([stake(1n)], [stake(2n)])).toBeUndefined();
    expect(refusalOf(() => subtractCoins([stake(1n)], [atom(1n)]))).toBe('undefined/111222');
  });

  test('are multiplied with or without rounding, and what becomes zero is left out', () => {
    expect(multiplyCoins([stake(3n)], ONE / 2n)).toEqual([stake(2n)]);
    expect(multiplyCoinsTruncated([atom(1n), stake(3n)], ONE / 2n)).toEqual([stake(1n)]);
    expect(divideCoinsTruncated([atom(1n), stake(5n)], 2n * ONE)).toEqual([stake(2n)]);
  });

  test('are the lesser of two amounts', () => {
    expect(leastOf([atom(5n), stake(1n)], [atom(3n)])).toEqual([atom(3n)]);
  });

  test('fall apart into whole coins and the rest', () => {
    expect(truncateCoins([atom(ONE / 2n), stake(2n * ONE)])).toEqual({ whole: [stake(2n)], rest: [atom(ONE / 2n)] });
  });
});
