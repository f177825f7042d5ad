import type { Coin } from '../../specs/block.ts';

const DENOM = /^[a-zA-Z][a-zA-Z0-9/:._-]{2,127}$/u;

/** Whether a text can be the name of a denomination (`sdk.ValidateDenom`). */
export function isDenom(text: string): boolean {
  return DENOM.test(text);
}

/** Whether a single coin is well formed; its amount may be zero (`sdk.Coin.IsValid`). */
export function isValidCoin({ denom, amount }: Coin): boolean {
  return isDenom(denom) && amount >= 0n;
}

/** Whether coins are well formed: positive, sorted by denomination, none twice (`sdk.Coins.IsValid`). */
export function areValidCoins(coins: readonly Coin[]): boolean {
  return coins.every(({ denom, amount }, i) => {
    const before = coins[i - 1];
    return isDenom(denom) && amount > 0n && (before === undefined || before.denom < denom);
  });
}

/** The amount of a denomination among coins. */
export function amountIn(coins: readonly Coin[], denom: string): bigint {
  return coins.reduce((sum, coin) => (coin.denom === denom ? sum + coin.amount : sum), 0n);
}

/** Whether some coins are no less than others in each denomination of these (`sdk.Coins.IsAllGTE`). */
export function hasAllOf(coins: readonly Coin[], others: readonly Coin[]): boolean {
  if (coins.length === 0) return others.length === 0;
  return others.every(({ denom, amount }) => amountIn(coins, denom) >= amount);
}

/** Coins added up by denomination, without those of which there is nothing (`sdk.Coins.Add`). */
export function sumOf(coins: readonly Coin[]): readonly Coin[] {
  const denoms = [...new Set(coins.map(({ denom }) => denom))].toSorted();
  return denoms.flatMap((denom) => {
    const amount = amountIn(coins, denom);
    return amount === 0n ? [] : [{ denom, amount }];
  });
}
