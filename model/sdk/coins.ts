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
