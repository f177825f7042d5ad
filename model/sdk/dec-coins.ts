import type { Coin } from '../../specs/block.ts';
import type { DecCoin } from '../../specs/tables/distribution.ts';
import { ONE, type Dec } from '../../specs/value.ts';
import { add, decimalOf, mul, mulTruncate, quoTruncate, truncateInt } from './decimal.ts';
import { ensure } from './errors.ts';

/** Amounts with decimals, sorted by denomination and none of them zero (`sdk.DecCoins`). */
export type DecCoins = readonly DecCoin[];

/** Whole coins as amounts with decimals. */
export function decCoinsOf(coins: readonly Coin[]): DecCoins {
  return coins.map(({ denom, amount }) => ({ denom, amount: decimalOf(amount) }));
}

/** The sum, without what adds up to zero. */
export function addCoinsOf(a: DecCoins, b: DecCoins): DecCoins {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  return merge(a, b, 1n);
}

/** The difference. The SDK panics when an amount would be negative. */
export function subtractCoins(a: DecCoins, b: DecCoins): DecCoins {
  const rest = tryToSubtract(a, b);
  ensure(rest !== undefined, 'panic', 'a negative amount of decimal coins');
  return rest;
}

/** The difference, or `undefined` when an amount would be negative. */
export function tryToSubtract(a: DecCoins, b: DecCoins): DecCoins | undefined {
  if (b.length === 0) return a;
  const rest = merge(a, b, -1n);
  return rest.some(({ amount }) => amount < 0n) ? undefined : rest;
}

/** The product, rounded half to even. */
export function multiplyCoins(coins: DecCoins, by: Dec): DecCoins {
  return each(coins, (amount) => mul(amount, by));
}

/** The product without what is beyond the last digit. */
export function multiplyCoinsTruncated(coins: DecCoins, by: Dec): DecCoins {
  return each(coins, (amount) => mulTruncate(amount, by));
}

/** The quotient without what is beyond the last digit. */
export function divideCoinsTruncated(coins: DecCoins, by: Dec): DecCoins {
  return each(coins, (amount) => quoTruncate(amount, by));
}

/** Of each denomination the lesser amount. */
export function leastOf(coins: DecCoins, others: DecCoins): DecCoins {
  return coins.flatMap(({ denom, amount }) => {
    const other = others.find((coin) => coin.denom === denom)?.amount ?? 0n;
    const least = amount < other ? amount : other;
    return least === 0n ? [] : [{ denom, amount: least }];
  });
}

/** The whole coins and what is left of them. */
export function truncateCoins(coins: DecCoins): { readonly whole: readonly Coin[]; readonly rest: DecCoins } {
  return {
    whole: coins
      .map(({ denom, amount }) => ({ denom, amount: truncateInt(amount) }))
      .filter(({ amount }) => amount !== 0n),
    rest: each(coins, (amount) => amount % ONE),
  };
}

function each(coins: DecCoins, change: (amount: Dec) => Dec): DecCoins {
  return coins.map(({ denom, amount }) => ({ denom, amount: change(amount) })).filter(({ amount }) => amount !== 0n);
}

function merge(a: DecCoins, b: DecCoins, sign: bigint): DecCoins {
  const amounts = new Map(a.map(({ denom, amount }) => [denom, amount]));
  for (const { denom, amount } of b) amounts.set(denom, add(amounts.get(denom) ?? 0n, sign * amount));
  return [...amounts]
    .filter(([, amount]) => amount !== 0n)
    .map(([denom, amount]) => ({ denom, amount }))
    .toSorted((one, other) => (one.denom < other.denom ? -1 : 1));
}
