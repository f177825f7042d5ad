import { descending } from '../order.ts';

/**
 * The powers of a set under a power cap (ADR-015), in descending order. The cap is `percent` of the sum, rounded down,
 * and at least one. The excess above the cap is split equally among the validators below it. The largest of them are
 * raised to the cap while an equal share suffices for that. The last ones get one more each from the remainder.
 * Excess that no validator below the cap can take is lost.
 */
export function cappedPowers(powers: readonly bigint[], percent: number): bigint[] {
  const ranked = powers.toSorted(descending);
  const share = (sum(ranked) * BigInt(percent)) / 100n;
  const cap = share > 1n ? share : 1n;
  const above = ranked.filter((power) => power >= cap);
  const below = ranked.filter((power) => power < cap);
  let left = sum(above) - cap * BigInt(above.length);
  let full = 0;
  for (const power of below) {
    if (power + left / BigInt(below.length - full) < cap) break;
    left -= cap - power;
    full++;
  }
  const partial = below.slice(full);
  const count = BigInt(partial.length);
  return [
    ...Array.from({ length: above.length + full }, () => cap),
    ...partial.map((power, i) => power + left / count + (BigInt(i) >= count - (left % count) ? 1n : 0n)),
  ];
}

function sum(powers: readonly bigint[]): bigint {
  return powers.reduce((total, power) => total + power, 0n);
}
