import { expect, test } from 'vitest';
import { table, textPrefix, type IgnoredPrefix } from '../../specs/table.ts';
import { findSource } from './find-source.ts';

const short = table({ name: 's/short', store: 's', prefix: '01', key: [], value: { as: 'hex' } });
const long = table({ name: 's/long', store: 's', prefix: '0102', key: [], value: { as: 'hex' } });
const state = table({
  name: 't/state',
  store: 't',
  prefix: textPrefix('clients/'),
  pattern: /^[^/]+\/state$/u,
  key: [],
  value: { as: 'hex' },
});
const clients: IgnoredPrefix = { store: 't', prefix: textPrefix('clients/'), why: 'a test' };
const everything: IgnoredPrefix = { store: 'u', prefix: '', why: 'a test' };
const find = findSource([short, long, state], [clients, everything]);

test('the longest prefix of a store finds its table', () => {
  expect(find('s', '\x01\x03')).toBe(short);
  expect(find('s', '\x01\x02\x03')).toBe(long);
});

test('of two equal prefixes the one whose pattern fits comes first', () => {
  expect(find('t', 'clients/07-tendermint-0/state')).toBe(state);
  expect(find('t', 'clients/07-tendermint-0/state/more')).toBe(clients);
});

test('an empty prefix takes the whole store, even an empty key', () => {
  expect(find('u', '\xff')).toBe(everything);
  expect(find('u', '')).toBe(everything);
});

test('what nobody declared is not found', () => {
  expect(find('s', '\x02')).toBeUndefined();
  expect(find('s', '')).toBeUndefined();
  expect(find('t', 'connections/0')).toBeUndefined();
  expect(find('v', '\x01')).toBeUndefined();
});
