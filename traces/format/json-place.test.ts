import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { whereJsonBreaks } from './json-place.ts';

test.each([
  ['{"a": }', 6],
  ['{"a": 1,}', 8],
  ['[1 2]', 3],
  ['[1,]', 3],
  ['{"a" 1}', 5],
  ['{a: 1}', 1],
  ["{'a': 1}", 1],
  ['[01]', 2],
  ['"a\nb"', 0],
  ['{} {}', 3],
  ['[}', 1],
  ['{"a": [1, 2}', 11],
  ['', 0],
  ['[1', 2],
])('%j breaks at %i', (text, place) => {
  expect(whereJsonBreaks(text)).toBe(place);
});

test('valid JSON has no error', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 2), (text, indent) => {
      expect(whereJsonBreaks(JSON.stringify(JSON.parse(text), undefined, indent))).toBeUndefined();
    }),
    { seed: 1 },
  );
});
