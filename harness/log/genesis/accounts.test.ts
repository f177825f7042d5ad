import { describe, expect, test } from 'vitest';
import { bech32 } from '../../../model/bech32.ts';
import { genesisAccounts, numberedAccounts, sortedBalances } from './accounts.ts';

const numbers = (...given: string[]) =>
  numberedAccounts(given.map((account_number, i) => ({ address: `a${i}`, account_number }))).map(
    ({ address, account_number }) => `${String(address)}:${String(account_number)}`,
  );

describe('accounts have the numbers that the SDK gives them', () => {
  test('their own, in that order', () => expect(numbers('1', '0')).toEqual(['a1:0', 'a0:1']));
  test('the lowest that are free where several have the same', () =>
    expect(numbers('0', '0', '2', '0')).toEqual(['a0:0', 'a1:1', 'a2:2', 'a3:3']));
});

test('an account has what stands under its address, without empty coins', () => {
  const address = '01'.repeat(20);
  const text = bech32('cosmos', address);
  const coins = [
    { denom: 'b', amount: '2' },
    { denom: 'c', amount: '0' },
    { denom: 'a', amount: '1' },
  ];
  const accounts = genesisAccounts('cosmos', [{ address: text }], sortedBalances([{ address: text, coins }]));
  expect(accounts).toEqual([
    {
      address,
      balances: [
        { denom: 'a', amount: 1n },
        { denom: 'b', amount: 2n },
      ],
    },
  ]);
});
