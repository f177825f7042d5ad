import { exportsOf } from '../../specs/order.ts';
import type { Fault } from './fault.ts';
import * as all from './all.ts';

/** Every fault that can be given to the model. */
export const FAULTS: readonly Fault[] = exportsOf(all);
