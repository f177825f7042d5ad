import type { Coin } from '../../../specs/block.ts';
import { balances, denomHolders, supply } from '../../../specs/tables/bank.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { ensure } from '../errors.ts';

/** What an account holds of a denomination. */
export function balanceOf({ draft }: Context, address: Hex, denom: string): bigint {
  return draft.get(balances, balances.key(address, denom)) ?? 0n;
}

/** All that an account holds, sorted by denomination. There are far fewer denominations than balances. */
export function balancesOf(context: Context, address: Hex): readonly Coin[] {
  const coins: Coin[] = [];
  for (const [denom] of context.draft.entries(supply)) {
    const amount = balanceOf(context, address, denom);
    if (amount > 0n) coins.push({ denom, amount });
  }
  return coins.toSorted((a, b) => (a.denom < b.denom ? -1 : 1));
}

/** Takes coins from an account. Refuses when it has too few. */
export function takeCoins(context: Context, address: Hex, coins: readonly Coin[]): void {
  for (const { denom, amount } of coins) {
    const balance = balanceOf(context, address, denom);
    ensure(balance >= amount, 'insufficientFunds', `${balance}${denom} are less than ${amount}`);
    setBalance(context, address, denom, balance - amount);
  }
}

/** Gives coins to an address, whether it has an account or not. */
export function addCoins(context: Context, address: Hex, coins: readonly Coin[]): void {
  for (const { denom, amount } of coins) {
    setBalance(context, address, denom, balanceOf(context, address, denom) + amount);
  }
}

/** Adds to the supply of a denomination, or takes from it; a supply of zero has no row. */
export function changeSupply({ draft }: Context, denom: string, change: bigint): void {
  const amount = (draft.get(supply, denom) ?? 0n) + change;
  if (amount === 0n) draft.delete(supply, denom);
  else draft.set(supply, denom, amount);
}

function setBalance({ draft }: Context, address: Hex, denom: string, amount: bigint): void {
  const key = balances.key(address, denom);
  const holder = denomHolders.key(denom, address);
  if (amount === 0n) {
    draft.delete(balances, key);
    draft.delete(denomHolders, holder);
  } else {
    draft.set(balances, key, amount);
    draft.set(denomHolders, holder, '');
  }
}
