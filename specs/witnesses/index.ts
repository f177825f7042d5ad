import { exportsOf } from '../order.ts';
import type { Witness } from '../witness.ts';
import * as all from './all.ts';

/** Every witness. */
export const WITNESSES: readonly Witness[] = exportsOf(all).flat();
