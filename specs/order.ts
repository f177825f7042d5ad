/** Compares numbers for `toSorted`, the greatest first. Equal numbers give 0, so `||` can add another criterion. */
export function descending(a: bigint, b: bigint): number {
  return Number(b > a) - Number(b < a);
}

/** Compares numbers for `toSorted`, the least first. */
export function ascending(a: bigint, b: bigint): number {
  return descending(b, a);
}

/** Compares texts for `toSorted` by code units, independent of the locale. For latin1 text that is the order of bytes. */
export function byCodeUnits(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

/**
 * The exports of a module, sorted by name. Node lists them in this order, but a test runner may use the order of the
 * file. The order of actions decides what a seed draws, and the order of faults which fault a campaign gets.
 */
export function exportsOf<Part>(module: { readonly [name: string]: Part }): readonly Part[] {
  return Object.entries(module)
    .toSorted(([a], [b]) => byCodeUnits(a, b))
    .map(([, part]) => part);
}
