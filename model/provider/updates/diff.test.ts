import { expect, test } from 'vitest';
import { diffSets } from './diff.ts';

const validator = (key: string, power: bigint) => ({
  provider_cons_addr: key,
  power,
  public_key: { ed25519: key },
  join_height: 1n,
});

test('lists changed and removed validators first, then new ones', () => {
  const current = [validator('aa', 1n), validator('bb', 2n), validator('cc', 3n)];
  const next = [validator('dd', 9n), validator('cc', 3n), validator('bb', 5n)];
  expect(diffSets(current, next)).toEqual([
    { pubKey: 'aa', power: 0n },
    { pubKey: 'bb', power: 5n },
    { pubKey: 'dd', power: 9n },
  ]);
});

test('a changed key removes the validator and adds it', () => {
  const after = { ...validator('bb', 1n), provider_cons_addr: 'aa' };
  expect(diffSets([validator('aa', 1n)], [after])).toEqual([
    { pubKey: 'aa', power: 0n },
    { pubKey: 'bb', power: 1n },
  ]);
});

test('equal sets need no update', () => {
  expect(diffSets([validator('aa', 1n)], [{ ...validator('aa', 1n), join_height: 7n }])).toEqual([]);
});
