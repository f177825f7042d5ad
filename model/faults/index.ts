import type { Fault } from './fault.ts';
import { powerRoundedUp } from './power-rounded-up.ts';

/** Every fault that can be given to the model. A new one is a line here and a file beside it. */
export const FAULTS: readonly Fault[] = [powerRoundedUp];
