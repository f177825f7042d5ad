import { expect, test } from 'vitest';
import { bech32 } from '../../model/bech32.ts';
import { accountKey, consensusKey } from '../../traces/keys.ts';
import { nameBook, withNames } from './name-book.ts';

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
