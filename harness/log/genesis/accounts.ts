import type { GenesisAccount } from '../../../specs/genesis.ts';
import { addressOf } from '../../../model/bech32.ts';
import { parseInteger } from '../../codec/number-text.ts';
import { fieldsIn, itemsIn, textIn, type Json } from './json.ts';

/**
 * The accounts of a genesis file with the numbers that the SDK gives them: of those with one number the first keeps it,
 * the others get the lowest that are free (`SanitizeGenesisAccounts`).
 */
export function numberedAccounts(accounts: readonly unknown[]): Json[] {
  const parts = accounts.map(fieldsIn);
  const taken = new Set<bigint>();
  const numbers = parts.map(({ account_number }) => {
    const number = parseInteger(textIn(account_number));
    if (taken.has(number)) return undefined;
    taken.add(number);
    return number;
  });
  let next = 0n;
  return parts
    .map((account, i) => {
      while (numbers[i] === undefined && taken.has(next)) next++;
      const number = numbers[i] ?? next;
      taken.add(number);
      return { number, account: { ...account, account_number: number.toString() } };
    })
    .toSorted((a, b) => Number(a.number - b.number))
    .map(({ account }) => account);
}

/** The balances of a genesis file in the order of their addresses, without empty ones and with sorted coins. */
export function sortedBalances(balances: readonly unknown[]): Json[] {
  return balances
    .map(fieldsIn)
    .map((balance) => ({
      ...balance,
      coins: itemsIn(balance['coins'])
        .map(fieldsIn)
        .filter(({ amount }) => amount !== '0')
        .toSorted((a, b) => order(textIn(a['denom']), textIn(b['denom']))),
    }))
    .filter(({ coins }) => coins.length > 0)
    .toSorted((a, b) => order(addressIn(a), addressIn(b)));
}

/** The accounts of a genesis file with what they hold, in the order of their numbers. */
export function genesisAccounts(
  prefix: string,
  accounts: readonly Json[],
  balances: readonly Json[],
): GenesisAccount[] {
  const held = new Map(balances.map((balance) => [addressIn(balance), itemsIn(balance['coins']).map(fieldsIn)]));
  return accounts.map((account) => ({
    // What is no address makes a genesis that differs from the given one.
    address: addressOf(prefix, addressIn(account)) ?? '',
    balances: (held.get(addressIn(account)) ?? []).map(({ denom, amount }) => ({
      denom: textIn(denom),
      amount: parseInteger(textIn(amount)),
    })),
  }));
}

function addressIn(part: Json): string {
  return textIn(part['address']);
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
