import { expect, test } from 'vitest';
import { decToJson, parseInteger } from './number-text.ts';

test('decimals keep all 18 digits and their sign', () => {
  expect(decToJson(750_000_000_000_000_000n)).toBe('0.750000000000000000');
  expect(decToJson(-1n)).toBe('-0.000000000000000001');
  expect(decToJson(10n ** 24n)).toBe('1000000.000000000000000000');
});

test('only integers are integers', () => {
  expect(parseInteger('-12')).toBe(-12n);
  expect(parseInteger('')).toBe(0n);
  for (const text of ['0x1', '1.5', ' 1', '-', '1e3']) expect(() => parseInteger(text)).toThrow('not an integer');
});
