import { expect, test } from 'vitest';
import { decimal, decimalText, parseDecimal } from './decimal-text.ts';

test.each(['0.66', '1', '0', '0.05', '-0.5', '12.000000000000000001'])('%s is read and written', (text) => {
  expect(decimalText(decimal(text))).toBe(text);
});

test.each(['', '.5', '1.', '1.2.3', 'x', '1e3', '0.1234567890123456789', ' 1'])('"%s" is no decimal', (text) => {
  expect(parseDecimal(text)).toBeUndefined();
  expect(() => decimal(text)).toThrow('is no decimal');
});
