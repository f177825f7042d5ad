import type { Exclusion } from '../exclusion.ts';
import { exportsOf } from '../order.ts';
import * as all from './all.ts';

/** The name of an exclusion. */
export type ExclusionName = (typeof all)[keyof typeof all]['name'];

/** Every exclusion. */
export const EXCLUSIONS: readonly (Exclusion & { readonly name: ExclusionName })[] = exportsOf(all);

/** The exclusions that `run --include-withheld` lifts. */
export const WITHHELD_EXCLUSIONS: ReadonlySet<ExclusionName> = new Set(
  EXCLUSIONS.flatMap(({ name, withheld }) => (withheld ? [name] : [])),
);

/** The names of the exclusions in force, in order, without those that are lifted. */
export function exclusionsInForce(lifted: ReadonlySet<ExclusionName>): readonly ExclusionName[] {
  return EXCLUSIONS.flatMap(({ name }) => (lifted.has(name) ? [] : [name]));
}
