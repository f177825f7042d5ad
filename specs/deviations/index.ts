import type { Deviation } from '../deviation.ts';
import { exportsOf } from '../order.ts';
import * as all from './all.ts';

/** Every known deviation. */
export const DEVIATIONS: readonly Deviation[] = exportsOf(all);
