import type { Denom } from '../../specs/key.ts';
import type { Value } from '../../specs/value.ts';
import { describe, expect, test } from 'vitest';
import { table, type IgnoredPrefix } from '../../specs/table.ts';
import type { StoreWrite } from '../facts/answers.ts';
import { Mirror } from './mirror.ts';
import { ObservationError } from './observation-error.ts';
import { fakeCodec } from './testing/fake-codec.ts';

const store = 'bank';
const supply = table<bigint, [denom: Denom]>({
  name: 'bank/supply',
  store,
  prefix: '00',
  key: [{ as: 'text' }],
  value: { as: 'int' },
});
const params = table<Value, []>({
  name: 'bank/params',
  store,
  prefix: '05',
  key: [],
  value: { as: 'proto', type: 'Params' },
});
const blurred = table<Value, [number: bigint]>({
  name: 'bank/blurred',
  store,
  prefix: '06',
  key: [{ as: 'u8' }, { as: 'skip', size: 1 }],
  value: { as: 'hex' },
});
const rounded = table<bigint, []>({ name: 'bank/rounded', store, prefix: '07', key: [], value: { as: 'uint' } });
const mint: IgnoredPrefix = { store: 'mint', prefix: '', why: 'a test' };
const TABLES = [supply, params, blurred, rounded];

function write(key: string, value: string | undefined, inStore = store): StoreWrite {
  const bytes = value === undefined ? undefined : Buffer.from(value, 'hex');
  return { store: inStore, key: Buffer.from(key, 'hex'), value: bytes };
}

function number(text: string): string {
  return Buffer.from(text).toString('hex');
}

function newMirror(): Mirror {
  return new Mirror(TABLES, [mint], fakeCodec());
}

describe('writes become changes of rows', () => {
  test('a new entry, a changed one and a deleted one', () => {
    const mirror = newMirror();
    expect(mirror.apply([write('0061', number('1'))]).changes).toEqual([{ table: 'bank/supply', key: 'a', row: 1n }]);
    expect(mirror.apply([write('0061', number('2'))]).changes).toEqual([{ table: 'bank/supply', key: 'a', row: 2n }]);
    expect(mirror.rows.get('bank/supply')).toEqual(new Map([['a', 2n]]));
    expect(mirror.apply([write('0061', undefined)]).changes).toEqual([
      { table: 'bank/supply', key: 'a', row: undefined },
    ]);
    expect(mirror.rows.get('bank/supply')).toEqual(new Map());
  });

  test('only the last write of a key counts', () => {
    const mirror = newMirror();
    mirror.apply([write('0061', number('1'))]);
    const back = [write('0061', undefined), write('0061', number('2')), write('0061', number('1'))];
    expect(mirror.apply(back).changes).toEqual([]);
    expect(mirror.apply([write('0062', number('1')), write('0062', undefined)]).changes).toEqual([]);
  });

  test('an entry that is written again with the same bytes is not even decoded', () => {
    const decoded: string[] = [];
    const mirror = new Mirror(
      TABLES,
      [],
      fakeCodec((type) => decoded.push(type)),
    );
    for (let i = 0; i < 3; i++) mirror.apply([write('05', '0a')]);
    expect(decoded).toEqual(['Params']);
  });

  test('bytes that change without changing the row are no change, and the new bytes are kept', () => {
    const mirror = newMirror();
    mirror.apply([write('07', '01')]);
    expect(mirror.apply([write('07', '0001')]).changes).toEqual([]);
    expect(mirror.apply([write('07', '0002')]).changes).toEqual([{ table: 'bank/rounded', key: '', row: 2n }]);
  });

  test('a row may move from one key to another in one commit, but two keys never share a row', () => {
    const mirror = newMirror();
    mirror.apply([write('060100', 'aa')]);
    expect(mirror.apply([write('060101', 'bb'), write('060100', undefined)]).changes).toEqual([
      { table: 'bank/blurred', key: '1', row: 'bb' },
    ]);
    expect(() => mirror.apply([write('060102', 'cc')])).toThrow(/two entries of the store stand for the row 1/u);
  });
});

describe('nothing is left out silently', () => {
  test('a write that nobody declared is reported with its bytes, also when it deletes', () => {
    const { unknown, changes } = newMirror().apply([
      write('99ff', '0102'),
      write('9901', undefined),
      write('01', '02', 'new-module'),
    ]);
    expect(changes).toEqual([]);
    expect(unknown).toEqual([
      { store: 'bank', key: '9901', value: undefined },
      { store: 'bank', key: '99ff', value: '0102' },
      { store: 'new-module', key: '01', value: '02' },
    ]);
  });

  test('of a program that starts anew only what it writes is left', () => {
    const mirror = newMirror();
    mirror.apply([write('0061', number('1')), write('0062', number('2')), write('0063', number('3'))]);
    mirror.renew();
    expect(mirror.apply([write('0061', number('1')), write('0062', number('5'))]).changes).toEqual([
      { table: 'bank/supply', key: 'c', row: undefined },
      { table: 'bank/supply', key: 'b', row: 5n },
    ]);
    expect(mirror.rows.get('bank/supply')).toEqual(
      new Map([
        ['a', 1n],
        ['b', 5n],
      ]),
    );
    expect(mirror.apply([write('0063', number('3'))]).changes).toHaveLength(1);
    expect(mirror.rows.get('bank/supply')?.size).toBe(3);
  });

  test('ignored writes are counted', () => {
    const { ignored, unknown } = newMirror().apply([write('00', 'aa', 'mint'), write('01', 'bb', 'mint')]);
    expect(ignored).toBe(2);
    expect(unknown).toEqual([]);
  });

  test('a deletion of an entry that was never there changes nothing', () => {
    expect(newMirror().apply([write('0061', undefined)])).toMatchObject({ changes: [], unknown: [] });
  });

  test('two tables of one name are a mistake of the declarations', () => {
    expect(() => new Mirror([supply, { ...supply }], [], fakeCodec())).toThrow(/two tables/u);
  });
});

describe('what cannot be decoded is an error that holds the bytes', () => {
  test.each([
    ['a value', write('0061', 'ff'), 'bank/supply'],
    ['a message', write('05', 'ff'), 'bank/params'],
    ['a key', write('0500', 'aa'), 'bank/params'],
  ])('%s', (_, broken, place) => {
    let caught: unknown;
    try {
      newMirror().apply([broken]);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(ObservationError);
    expect(caught).toMatchObject({
      place,
      bytes: { key: broken.key.toString('hex'), value: broken.value?.toString('hex') },
    });
  });
});

test('another program goes on with the rows, and with tables of its own', () => {
  const mirror = new Mirror([supply], [mint], fakeCodec());
  mirror.apply([write('0061', number('1'))]);
  expect(mirror.apply([write('0702', '05')]).unknown).toHaveLength(1);
  mirror.read([supply, rounded], [mint], fakeCodec());
  expect(mirror.apply([write('0061', number('3')), write('07', '05')]).changes).toEqual([
    { table: 'bank/supply', key: 'a', row: 3n },
    { table: 'bank/rounded', key: '', row: 5n },
  ]);
  expect(mirror.rows.get('bank/supply')).toEqual(new Map([['a', 3n]]));
});
