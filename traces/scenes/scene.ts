import type { Random } from 'fast-check';
import type { Action } from '../../specs/generated/trace.ts';
import type { World } from '../world/world.ts';

/**
 * A script of ordinary actions for what chance alone hardly ever brings about, such as a validator that misses so
 * many blocks in a row that it is jailed. Random actions come in between, and any action may be left out.
 */
export interface Scene {
  /** Lower case with dashes. */
  readonly name: string;
  /** How often to play it now, in relation to the others; 0 never. */
  weight(world: World): number;
  /** Yields action after action; the world is up to date after each. */
  play(world: World, random: Random): Generator<Action, void, void>;
}
