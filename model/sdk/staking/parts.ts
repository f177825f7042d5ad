import type { Hex } from '../../../specs/value.ts';

/** The rest of the keys that begin with the operator, in the order of the store. */
export function partsOf(index: Iterable<[string, Hex]>, operator: Hex): readonly string[][] {
  const rests: string[] = [];
  for (const [key] of index) if (key.startsWith(`${operator}/`)) rests.push(key.slice(operator.length + 1));
  return rests.toSorted().map((rest) => rest.split('/'));
}
