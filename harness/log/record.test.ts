import { expect, test } from 'vitest';
import { EMPTY_BLOCK } from '../../specs/block.ts';
import type { Produced, StoreWrite } from '../facts/answers.ts';
import { blockEntry } from './record.ts';

const BLOCK = { ...EMPTY_BLOCK, chainId: 'provider-1', height: 7n, time: 0n };

function produced(writes: readonly StoreWrite[]): Produced {
  return { appHash: 'aa', response: { events: [], txResults: [], validatorUpdates: [] }, txs: [], writes };
}

const WRITES = ['staking', 'bank', 'ibc'].flatMap((store) =>
  ['7a', '00ff', '01'].map((key) => ({ store, key: Buffer.from(key, 'hex'), value: Buffer.from('05', 'hex') })),
);

test('the same writes are recorded in the same order, in whatever order the stores of a program are committed', () => {
  const texts = [WRITES, WRITES.toReversed(), [...WRITES.slice(3), ...WRITES.slice(0, 3)]].map((writes) =>
    JSON.stringify(blockEntry('provider', BLOCK, produced(writes))),
  );
  expect(new Set(texts).size).toBe(1);
  const { writes } = blockEntry('provider', BLOCK, produced(WRITES.toReversed())).answer ?? {};
  expect(Object.keys(writes ?? {})).toEqual(['bank', 'ibc', 'staking']);
  expect(writes?.['bank']?.map(({ key }) => Buffer.from(key, 'base64').toString('hex'))).toEqual(['00ff', '01', '7a']);
});
