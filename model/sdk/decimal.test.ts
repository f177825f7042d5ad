import { describe, expect, test } from 'vitest';
import { ONE } from '../../specs/value.ts';
import { Refusal } from '../refusal.ts';
import {
  add,
  decimalOf,
  mul,
  mulInt,
  mulTruncate,
  quo,
  quoInt,
  quoRoundUp,
  quoTruncate,
  roundInt,
  truncateInt,
} from './decimal.ts';

/** Reads `1.5`; vectors read better so. */
function dec(text: string): bigint {
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const value = BigInt(whole) * ONE + BigInt(fraction.padEnd(18, '0'));
  return negative ? -value : value;
}

describe('decimals of the SDK', () => {
  test('a product is rounded half to even at the 18th digit', () => {
    expect(mul(dec('0.5'), 1n)).toBe(0n);
    expect(mul(dec('0.5'), 3n)).toBe(2n);
    expect(mul(dec('0.5'), 5n)).toBe(2n);
    expect(mul(dec('0.500000000000000001'), 1n)).toBe(1n);
    expect(mul(dec('3.3'), dec('3.33'))).toBe(dec('10.989'));
    expect(mul(dec('-7'), dec('3'))).toBe(dec('-21'));
    expect(mul(dec('-0.5'), 3n)).toBe(-2n);
  });

  test('a truncated product drops the rest', () => {
    expect(mulTruncate(dec('0.5'), 3n)).toBe(1n);
    expect(mulTruncate(dec('-0.5'), 3n)).toBe(-1n);
  });

  test('a product with an integer is exact', () => {
    expect(mulInt(1n, 7n)).toBe(7n);
  });

  test('a quotient is rounded half to even at the 18th digit', () => {
    expect(quo(dec('1'), dec('3'))).toBe(dec('0.333333333333333333'));
    expect(quo(dec('2'), dec('3'))).toBe(dec('0.666666666666666667'));
    expect(quo(1n, dec('2'))).toBe(0n);
    expect(quo(3n, dec('2'))).toBe(2n);
    expect(quo(dec('-2'), dec('3'))).toBe(dec('-0.666666666666666667'));
    expect(quo(dec('3'), dec('7'))).toBe(dec('0.428571428571428571'));
  });

  test('a quotient just above a half is a half after 36 digits, and goes to the even neighbour', () => {
    const divisor = 2n * 10n ** 40n;
    expect(quo(10n ** 22n + 1n, divisor)).toBe(0n);
    expect(quo(3n * 10n ** 22n + 1n, divisor)).toBe(2n);
  });

  test('a truncated quotient drops the rest', () => {
    expect(quoTruncate(dec('2'), dec('3'))).toBe(dec('0.666666666666666666'));
    expect(quoTruncate(dec('-2'), dec('3'))).toBe(dec('-0.666666666666666666'));
  });

  test('a quotient rounded up grows only when it is not exact', () => {
    expect(quoRoundUp(dec('2'), dec('3'))).toBe(dec('0.666666666666666667'));
    expect(quoRoundUp(dec('1'), dec('3'))).toBe(dec('0.333333333333333334'));
    expect(quoRoundUp(dec('1'), dec('4'))).toBe(dec('0.25'));
  });

  test('a quotient by an integer drops the rest', () => {
    expect(quoInt(dec('2'), 3n)).toBe(dec('0.666666666666666666'));
  });

  test('rounding to integers goes half to even, truncation to zero', () => {
    expect(['0.5', '1.5', '2.5', '2.500000000000000001', '-0.5', '-1.5'].map((d) => roundInt(dec(d)))).toEqual([
      0n,
      2n,
      2n,
      3n,
      0n,
      -2n,
    ]);
    expect([truncateInt(dec('1.999')), truncateInt(dec('-1.999'))]).toEqual([1n, -1n]);
  });

  test('a division by zero and an overflow panic as the chain does', () => {
    expect(() => quo(ONE, 0n)).toThrow(Refusal);
    expect(() => decimalOf(10n ** 80n)).toThrow(/out of range/u);
    expect(add(2n ** 256n * ONE - 2n, 1n)).toBe(2n ** 256n * ONE - 1n);
    expect(() => add(2n ** 256n * ONE - 1n, 1n)).toThrow(/out of range/u);
  });
});
