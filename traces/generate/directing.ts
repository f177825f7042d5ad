import type { Random } from 'fast-check';
import type { Action } from '../../specs/generated/trace.ts';
import { chance, pick } from './random.ts';
import { SCENES } from '../scenes/index.ts';
import type { World } from '../world/world.ts';

/** The probability, in percent, that a scene begins instead of a random action. */
const BEGIN = 25;
/** The probability, in percent, that a scene continues instead of a random action. */
const GO_ON = 82;

/** Plays one scene after another, with random actions in between. */
export class Directing {
  readonly #world: World;
  readonly #random: Random;
  #scene: Generator<Action, void, void> | undefined;

  constructor(world: World, random: Random) {
    this.#world = world;
    this.#random = random;
  }

  /** The next action of the current scene or of a new one; `undefined` if a random action comes next. */
  next(): Action | undefined {
    if (this.#scene === undefined) {
      if (!chance(this.#random, BEGIN)) return undefined;
      const scene = pick(this.#random, SCENES, (scene) => Math.round(10 * scene.weight(this.#world)));
      this.#scene = scene?.play(this.#world, this.#random);
    } else if (!chance(this.#random, GO_ON)) return undefined;
    const next = this.#scene?.next();
    if (next?.done === false) return next.value;
    this.#scene = undefined;
    return undefined;
  }
}
