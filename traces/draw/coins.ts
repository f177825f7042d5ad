import * as fc from 'fast-check';
import type { WrittenCoin } from '../actions/action.ts';
import { BOND_DENOM } from '../setup/setup.ts';
import type { World } from '../world/world.ts';
import { rarely } from './part.ts';

/** Amounts whose fractions are rarely integers: tiny, prime, large, and more than anybody has. */
const someCoinAmount = fc.oneof(
  { weight: 5, arbitrary: fc.bigInt(1n, 2_000_000n) },
  { weight: 2, arbitrary: fc.constantFrom(1n, 2n, 7n, 99_991n, 1_000_000n) },
  { weight: 1, arbitrary: fc.bigInt(1n, 10n ** 10n) },
);

/** Coins of one or more existing denominations; rarely malformed, or more than anybody has. */
export function someCoins(world: World): fc.Arbitrary<WrittenCoin[]> {
  const denoms = [BOND_DENOM, ...world.setup.otherDenoms];
  const sound = fc
    .subarray(denoms, { minLength: 1 })
    .chain((chosen) => fc.tuple(...chosen.map((denom) => coinOf(denom, someCoinAmount))))
    .map(sorted);
  return fc.oneof(
    { weight: 12, arbitrary: sound },
    { weight: 1, arbitrary: coinOf(BOND_DENOM, fc.constantFrom(0n, 10n ** 29n)).map((coin) => [coin]) },
    { weight: 1, arbitrary: fc.tuple(coinOf('nothing', fc.constant(5n)), coinOf(BOND_DENOM, someCoinAmount)) },
    { weight: 1, arbitrary: fc.tuple(coinOf(BOND_DENOM, someCoinAmount), coinOf(BOND_DENOM, someCoinAmount)) },
  );
}

/** Sometimes a fee. */
export function someFee(world: World): fc.Arbitrary<WrittenCoin[] | undefined> {
  return rarely(15, someCoins(world));
}

function coinOf(denom: string, amount: fc.Arbitrary<bigint>): fc.Arbitrary<WrittenCoin> {
  return amount.map((some) => ({ denom, amount: String(some) }));
}

function sorted(coins: readonly WrittenCoin[]): WrittenCoin[] {
  return coins.toSorted((a, b) => (a.denom < b.denom ? -1 : 1));
}
