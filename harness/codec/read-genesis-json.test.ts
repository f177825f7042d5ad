import { describe, expect, test } from 'vitest';
import type { Value } from '../../specs/value.ts';
import { openCodec } from './open-codec.ts';
import type { Schema } from './schema.ts';

const schema: Schema = {
  messages: {
    'test.Inner': [{ no: 1, name: 'text', kind: 'string' }],
    'test.All': [
      { no: 1, name: 'held', kind: 'message', type: 'test.Inner', optional: true },
      { no: 2, name: 'list', kind: 'uint64', list: true },
      { no: 3, name: 'tokens', kind: 'int' },
      { no: 4, name: 'rate', kind: 'dec' },
      { no: 5, name: 'at', kind: 'timestamp' },
      { no: 6, name: 'after', kind: 'duration' },
      { no: 7, name: 'raw', kind: 'bytes' },
      { no: 8, name: 'hash', kind: 'bytes', json: 'hex' },
      { no: 9, name: 'note', kind: 'bytes', json: 'raw' },
      { no: 10, name: 'state', kind: 'enum', type: 'test.State' },
      { no: 11, name: 'small', kind: 'int32' },
      { no: 12, name: 'flag', kind: 'bool' },
      { no: 13, name: 'packed', kind: 'any', optional: true },
    ],
  },
  enums: { 'test.State': { 0: 'STATE_NONE', 1: 'STATE_OPEN' } },
  services: {},
};
const codec = openCodec(schema);

const VALUE: Value = {
  held: { text: 'hello' },
  list: [1n, 2n ** 64n - 1n],
  tokens: -7n,
  rate: 660_000_000_000_000_000n,
  at: 1_767_225_600_000_000_001n,
  after: 1_728_000_500_000_000n,
  raw: 'ab01',
  hash: 'ff00',
  note: Buffer.from('{"a":1}').toString('hex'),
  state: 'STATE_OPEN',
  small: -3,
  flag: true,
  packed: { '@type': '/test.Inner', text: 'there' },
};

describe('what is written as in a genesis file', () => {
  test('is read as it was', () => {
    const json = JSON.parse(JSON.stringify(codec.toGenesisJson('test.All', VALUE))) as unknown;
    expect(codec.fromGenesisJson('test.All', json)).toEqual(VALUE);
  });

  test('has defaults where it is left out or null', () => {
    const empty = codec.decode('test.All', new Uint8Array());
    expect(codec.fromGenesisJson('test.All', {})).toEqual(empty);
    expect(codec.fromGenesisJson('test.All', { held: null, list: null, raw: null })).toEqual(empty);
  });

  test.each([
    ['gone', 1, 'gone: test.All has no such field'],
    ['held', { other: '' }, 'held.other: test.Inner has no such field'],
    ['list', '1', 'list: must be a list'],
    ['tokens', 'many', 'tokens: "many" is not an integer'],
    ['rate', '0,5', 'rate: "0,5" is not a decimal'],
    ['at', 'today', 'at: "today" is not a time'],
    ['after', '3 days', 'after: "3 days" is not a duration'],
    ['raw', 'a?', 'raw: must be bytes in base64'],
    ['hash', 'xy', 'hash: must be bytes in hexadecimal digits'],
    ['state', 'STATE_SHUT', 'state: must be one of STATE_NONE, STATE_OPEN'],
    ['small', 'x', 'small: must be a number'],
    ['flag', 1, 'flag: must be true or false'],
    ['packed', {}, 'packed: must have a @type'],
    ['packed', { '@type': '/no.Such' }, 'packed: the program has no message /no.Such'],
  ])('is refused with the field: %s %j', (field, content, words) => {
    expect(() => codec.fromGenesisJson('test.All', { [field]: content })).toThrow(words);
  });
});
