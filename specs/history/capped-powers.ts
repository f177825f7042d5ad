import { descending } from '../order.ts';

/**
 * What a power cap makes of the powers of a set (ADR-015), the largest first. No power is more than `percent` of the sum,
 * rounded down, but for a cap of at least one. What is cut off goes in equal parts to those below the cap: the largest of
 * them come up to it as long as an equal part suffices for that, and of what then does not divide the last get one each.
 * What nobody below the cap can take is lost.
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
