/** Orders numbers for `toSorted`, the greatest first; equal ones give 0, so that another order can follow with `||`. */
export function descending(a: bigint, b: bigint): number {
  return Number(b > a) - Number(b < a);
}

/** The same, the least first. */
export function ascending(a: bigint, b: bigint): number {
  return descending(b, a);
}
