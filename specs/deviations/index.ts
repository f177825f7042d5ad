import type { Deviation } from '../deviation.ts';
import * as all from './all.ts';

/** Every known deviation. */
export const DEVIATIONS: readonly Deviation[] = Object.values(all);
