import { expect, test } from 'vitest';
import { moduleAddress } from '../../specs/module-address.ts';
import { bech32 } from '../../model/bech32.ts';
import { accountKey, consensusKey } from '../../traces/setup/keys.ts';
import { consumerName, nameBook, namesIn, NO_NAMES, withNames } from './name-book.ts';

const book = nameBook({ accounts: ['v2', 'a0'], keys: ['v2', 'k3', 'k4'], owners: new Map([['k3', 'v2']]) });

const address = (name: string): string => accountKey(name).address;
const key = consensusKey('k3');

test.each([
  ['an account', address('a0'), 'a0'],
  ['an account in bech32', bech32('cosmos', address('a0')), 'a0'],
  ['an account of a consumer', bech32('consumer', address('a0')), 'a0'],
  ['an operator', bech32('cosmosvaloper', address('v2')), 'v2'],
  ['an address behind its length', `14${address('a0')}`, 'a0'],
  ['the key of a validator', consensusKey('v2').pubKey, "v2's key"],
  ['its address in bech32', bech32('cosmosvalcons', consensusKey('v2').address), "v2's key"],
  ['an assigned key', key.pubKey, 'k3 of v2'],
  ['its address', key.address, 'k3 of v2'],
  ['an assigned key in base64', Buffer.from(key.pubKey, 'hex').toString('base64'), 'k3 of v2'],
  ['a key of nobody', consensusKey('k4').address, 'key k4'],
  ['the account of a module', 'cosmos1fl48vsnmsdzcv85q5d2q4z5ajdha8yu34mf0eh', 'bonded_tokens_pool'],
  ['several in one text', `${address('v2')}/${address('a0')}: 5`, 'v2/a0: 5'],
])('%s has a name', (_, text, name) => {
  expect(withNames(text, book)).toBe(name);
});

test.each([
  ['the address of a stranger', '11'.repeat(20)],
  ['bech32 with a broken checksum', `${bech32('cosmos', address('a0')).slice(0, -1)}b`],
  ['an address inside of longer bytes', `ab${address('a0')}`],
  ['plain text', 'channel-0'],
])('%s stays as it is', (_, text) => {
  expect(withNames(text, book)).toBe(text);
});

test('the names that occur in a text say what they stand for, with the value as it stands there', () => {
  const operator = bech32('cosmosvaloper', address('v2'));
  const text = `${operator} ${key.address} ${address('a0')} ${moduleAddress('gov')} ${'11'.repeat(20)} ${operator}`;
  expect(namesIn(text, book)).toHaveLength(4);
  expect(namesIn(text, book)).toEqual(
    expect.arrayContaining([
      { of: 'validator', value: operator, name: 'v2' },
      { of: 'consensus-key', value: key.address, name: 'k3 of v2' },
      { of: 'account', value: address('a0'), name: 'a0' },
      { of: 'module', value: moduleAddress('gov'), name: 'gov' },
    ]),
  );
  const values = namesIn(text, book).map(({ value }) => value);
  expect(values).toEqual(values.toSorted());
});

test('a consumer is called by its name and its id', () => {
  const known = { ...NO_NAMES, consumers: new Map([['0', 'c0']]) };
  expect(consumerName('0', known)).toBe('c0 (consumer 0)');
  expect(consumerName('1', known)).toBe('1');
});
