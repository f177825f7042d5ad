import { expect, test } from 'vitest';
import type { StoreWrite } from '../facts/answers.ts';
import { lastWrites } from './last-writes.ts';

function write(store: string, key: string, value?: string): StoreWrite {
  return { store, key: Buffer.from(key, 'hex'), value: value === undefined ? undefined : Buffer.from(value, 'hex') };
}

function shown(writes: readonly StoreWrite[]): unknown {
  return [...lastWrites(writes)].map(([store, last]) => [
    store,
    [...last.values()].map(({ key, value }) => `${key.toString('hex')}=${value?.toString('hex') ?? ''}`),
  ]);
}

test('the last write of a key counts, be it a deletion', () => {
  expect(
    shown([write('bank', '01', 'aa'), write('bank', '01', 'bb'), write('bank', '02', 'cc'), write('bank', '02')]),
  ).toEqual([['bank', ['01=bb', '02=']]]);
});

test('stores come in the order of their names and keys in that of their bytes, whatever the program wrote first', () => {
  const writes = [
    write('staking', 'ff', '01'),
    write('bank', '02', '01'),
    write('staking', '00', '01'),
    write('bank', '0102', '01'),
  ];
  const ordered = [
    ['bank', ['0102=01', '02=01']],
    ['staking', ['00=01', 'ff=01']],
  ];
  expect(shown(writes)).toEqual(ordered);
  expect(shown(writes.toReversed())).toEqual(ordered);
});
