import type { Feature } from '../../specs/feature.ts';
import { exportsOf } from '../../specs/order.ts';
import type { Fault } from './fault.ts';
import * as all from './all.ts';

/** Every fault that can be planted in the model, sorted by the names of the constants. */
export const FAULTS: readonly Fault[] = exportsOf(all);

/** The faults that programs with these features can show. */
export function faultsOf(features: ReadonlySet<Feature>): readonly Fault[] {
  return FAULTS.filter(({ needs }) => needs === undefined || features.has(needs));
}
