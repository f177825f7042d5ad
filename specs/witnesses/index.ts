import { exportsOf } from '../order.ts';
import type { Witness } from '../witness.ts';
import * as all from './all.ts';

/** All events that a campaign must reach. */
export const WITNESSES: readonly Witness[] = exportsOf(all).flat();
