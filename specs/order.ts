/** Orders numbers for `toSorted`, the greatest first; equal ones give 0, so that another order can follow with `||`. */
export function descending(a: bigint, b: bigint): number {
  return Number(b > a) - Number(b < a);
}

/** The same, the least first. */
export function ascending(a: bigint, b: bigint): number {
  return descending(b, a);
}

/** Orders texts for `toSorted` by their code units, which no locale changes; latin1 text so comes in the order of its bytes. */
export function byCodeUnits(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

/**
 * What a module exports, in the order of the names: so does Node list it, while a test runner may list it as it stands
 * in the file. The order of actions decides what a seed draws, and that of faults which one a campaign is given.
 */
export function exportsOf<Part>(module: { readonly [name: string]: Part }): readonly Part[] {
  return Object.entries(module)
    .toSorted(([a], [b]) => byCodeUnits(a, b))
    .map(([, part]) => part);
}
