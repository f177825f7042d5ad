import { describe, expect, test } from 'vitest';
import { profileText, readProfile } from './profile.ts';

const TEXT = `mode: atomic
example.org/m/x/ccv/provider/keeper/relay.go:10.2,12.3 2 5
example.org/m/x/ccv/provider/keeper/relay.go:12.3,13.4 1 0
`;

describe('a coverage profile', () => {
  test('is read block by block', () => {
    const file = 'example.org/m/x/ccv/provider/keeper/relay.go';
    expect(readProfile(TEXT)).toEqual([
      { file, range: '10.2,12.3', startLine: 10, statements: 2, count: 5n },
      { file, range: '12.3,13.4', startLine: 12, statements: 1, count: 0n },
    ]);
  });

  test('has a block of two programs once, with both counts', () => {
    const twice = `${TEXT}example.org/m/x/ccv/provider/keeper/relay.go:12.3,13.4 1 7\n`;
    expect(readProfile(twice).map(({ count }) => count)).toEqual([5n, 7n]);
  });

  test('is written as it was read', () => {
    expect(profileText(readProfile(TEXT))).toBe(TEXT);
  });

  test('of another kind is refused, and so is a line that is no block', () => {
    expect(() => readProfile('mode: set\n')).toThrow('begins with "mode: atomic", not with "mode: set"');
    expect(() => readProfile(`${TEXT}nonsense\n`)).toThrow('line 4 of a coverage profile is no block: nonsense');
  });
});
