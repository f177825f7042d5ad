import { describe, expect, test } from 'vitest';
import { addressOfKey, applyUpdates, sortValidators, totalPower, validatorsHash } from './validator-set.ts';

const key = (n: number): string => n.toString(16).padStart(2, '0').repeat(32);
const validator = (n: number, power: bigint) => ({ address: addressOfKey(key(n)), pubKey: key(n), power });

describe('a validator set', () => {
  test('has the most powerful validator first and orders equals by address', () => {
    const sorted = sortValidators([validator(1, 5n), validator(2, 9n), validator(3, 5n)]);
    expect(sorted.map(({ power }) => power)).toEqual([9n, 5n, 5n]);
    expect((sorted[1]?.address ?? '') < (sorted[2]?.address ?? '')).toBe(true);
  });

  test('is updated: validators are added, changed and removed', () => {
    const set = sortValidators([validator(1, 5n), validator(2, 9n)]);
    const next = applyUpdates(set, [
      { pubKey: key(2), power: 0n },
      { pubKey: key(1), power: 7n },
      { pubKey: key(3), power: 8n },
    ]);
    expect(next).toEqual([validator(3, 8n), validator(1, 7n)]);
    expect(totalPower(next)).toBe(15n);
  });

  test('stays the same object without updates', () => {
    const set = sortValidators([validator(1, 5n)]);
    expect(applyUpdates(set, [])).toBe(set);
  });

  test('ignores the removal of a validator that it does not have', () => {
    const set = sortValidators([validator(1, 5n)]);
    expect(applyUpdates(set, [{ pubKey: key(9), power: 0n }])).toEqual(set);
  });

  test('hashes to the root of an empty tree when it is empty', () => {
    expect(validatorsHash([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  test('hashes differently when a power differs', () => {
    expect(validatorsHash([validator(1, 5n)])).not.toBe(validatorsHash([validator(1, 6n)]));
  });
});
