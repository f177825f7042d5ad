import { expect, test } from 'vitest';
import { accountKey, consensusKey } from '../../traces/setup/keys.ts';
import { accountNames, DEFAULT_SETUP } from '../../traces/setup/setup.ts';
import { MOST_AT_GENESIS } from '../../traces/setup/setup-schema.ts';
import { withNames } from '../compare/name-book.ts';
import { knownNames } from './known-names.ts';

test('all accounts and keys of the largest genesis that a trace can have are known by name', () => {
  const validators = Array.from({ length: MOST_AT_GENESIS }, () => '1000000');
  const book = knownNames();
  for (const name of accountNames({ ...DEFAULT_SETUP, validators, accounts: MOST_AT_GENESIS })) {
    expect(withNames(accountKey(name).address, book)).toBe(name);
  }
  expect(withNames(consensusKey('v99').pubKey, book)).toBe("v99's key");
  expect(withNames(consensusKey('k99').address, book)).toBe('key k99');
});
