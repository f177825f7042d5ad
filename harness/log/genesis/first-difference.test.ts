import { describe, expect, test } from 'vitest';
import { firstDifference } from './first-difference.ts';

const EXACT = ['/kept'];

describe('two parts of genesis files', () => {
  test.each([
    [{ a: [1] }, { a: [1], b: null, c: [] }],
    [{ rate: '0.5' }, { rate: '0.500000000000000000' }],
    [{ size: 5 }, { size: '5' }],
  ])('mean the same: %j and %j', (given, made) => expect(firstDifference(given, made, EXACT)).toBeUndefined());

  test.each<[unknown, unknown, string]>([
    [{ a: { b: [1, 2] } }, { a: { b: [1, 3] } }, '/a/b/1'],
    [{ a: '' }, {}, '/a'],
    [{ a: [1] }, { a: { 0: 1 } }, '/a'],
    [{ kept: { rate: '0.5' } }, { kept: { rate: '0.50' } }, '/kept/rate'],
    [{ name: '1e3' }, { name: '1000' }, '/name'],
  ])('differ: %j and %j', (given, made, place) => expect(firstDifference(given, made, EXACT)?.place).toBe(place));
});
