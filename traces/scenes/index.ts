import { exportsOf } from '../../specs/order.ts';
import type { Scene } from './scene.ts';
import * as all from './all.ts';

/** Every scene. */
export const SCENES: readonly Scene[] = exportsOf(all);
