import { expect, test } from 'vitest';
import { table, type IgnoredPrefix } from '../../specs/table.ts';
import type { StoreWrite } from '../facts/answers.ts';
import { openObserver } from './observer.ts';
import { fakeCodec } from './testing/fake-codec.ts';

const height = table<bigint, []>({ name: 'a/height', store: 'a', prefix: '01', key: [], value: { as: 'u64' } });
const mint: IgnoredPrefix = { store: 'mint', prefix: '', why: 'a test' };

function write(store: string, key: string, value: string): StoreWrite {
  return { store, key: Buffer.from(key, 'hex'), value: Buffer.from(value, 'hex') };
}

test('reads a chain from its start on; the rows of its genesis come with the first block', () => {
  const observer = openObserver({ tables: [height], ignored: [mint] }, fakeCodec());
  const started = observer.start({ validatorUpdates: [{ pubKey: 'cc', power: 1n }] });
  expect(started.observation).toEqual({
    height: 0n,
    txResults: [],
    validatorUpdates: [{ pubKey: 'cc', power: 1n }],
    sentPackets: [],
    writtenAcks: [],
    changes: [],
  });

  const response = {
    events: [],
    txResults: [{ codespace: 'sdk', code: 5, log: '', events: [] }],
    validatorUpdates: [],
  };
  const writes = [write('a', '01', '0000000000000002'), write('mint', '00', '01'), write('b', '01', '02')];
  const produced = observer.observe(1n, { response, writes });
  expect(produced.observation).toMatchObject({
    height: 1n,
    txResults: [{ codespace: 'sdk', code: 5 }],
    changes: [{ table: 'a/height', key: '', row: 2n }],
  });
  expect(produced.ignored).toBe(1);
  expect(produced.unknown).toEqual([{ store: 'b', key: '01', value: '02' }]);
  expect(observer.rows.get('a/height')).toEqual(new Map([['', 2n]]));
});
