import type { Random } from 'fast-check';
import type { Action } from '../../specs/generated/trace.ts';
import type { World } from '../world/world.ts';

/**
 * A script of ordinary actions for states that random actions rarely reach, such as a validator that misses enough blocks
 * to be jailed. Random actions come in between, and any action may be left out.
 */
export interface Scene {
  /** In kebab case. */
  readonly name: string;
  /** How often to play it now, relative to the other scenes; 0 is never. */
  weight(world: World): number;
  /** Yields the actions. The world is up to date after each. */
  play(world: World, random: Random): Generator<Action, void, void>;
}
