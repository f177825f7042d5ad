/** Orders numbers for `toSorted`, the greatest first; equal ones give 0, so that another order can follow with `||`. */
export function descending(a: bigint, b: bigint): number {
  return Number(b > a) - Number(b < a);
}

/** The same, the least first. */
export function ascending(a: bigint, b: bigint): number {
  return descending(b, a);
}

/**
 * What a module exports, in the order of the names: so does Node list it, while a test runner may list it as it stands
 * in the file. The order of actions decides what a seed draws, and that of faults which one a campaign is given.
 */
export function exportsOf<Part>(module: { readonly [name: string]: Part }): readonly Part[] {
  return Object.entries(module)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, part]) => part);
}
