import type { Random } from 'fast-check';
import type { Action } from '../../specs/generated/trace.ts';
import { chance, pick } from './random.ts';
import { becomeConsumer } from '../scenes/become-consumer.ts';
import { openConsumer, openTogether } from '../scenes/open-consumer.ts';
import type { World } from '../world/world.ts';

/** How many consumers a trace launches, with weights. */
const NUMBERS = [
  { consumers: ['c0'], often: 11 },
  { consumers: ['c0', 'c1'], often: 6 },
  { consumers: ['c0', 'c1', 'c2'], often: 4 },
  { consumers: [], often: 1 },
] as const satisfies readonly { readonly consumers: readonly string[]; readonly often: number }[];

/** The probability, in percent, that several consumers launch in one block. */
const TOGETHER = 25;

/** The probability, in percent, that a consumer was a standalone chain before, if the release has that program. */
const SOVEREIGN = 30;

interface Script {
  readonly actions: Generator<Action, void, void>;
  /** How many actions of the opening come before this script begins. */
  delay: number;
}

function beginning(world: World, consumer: string, random: Random): Generator<Action, void, void> {
  const isSovereign = world.model.programs.sovereign !== undefined && chance(random, SOVEREIGN);
  return isSovereign ? becomeConsumer(world, consumer, random) : openConsumer(world, consumer, random);
}

/**
 * The beginning of most traces: consumers are created, launched, started and connected step by step, each with its own
 * delay. It yields ordinary actions, so any of them may be left out.
 */
export class Opening {
  readonly #random: Random;
  #scripts: Script[];

  constructor(world: World, random: Random) {
    this.#random = random;
    const consumers = pick(random, NUMBERS, ({ often }) => often)?.consumers ?? [];
    if (consumers.length > 1 && chance(random, TOGETHER)) {
      this.#scripts = [{ actions: openTogether(world, consumers, random), delay: 0 }];
      return;
    }
    this.#scripts = consumers.map((consumer, i) => ({
      actions: beginning(world, consumer, random),
      delay: i === 0 ? 0 : random.nextInt(0, 60),
    }));
  }

  /** The next action of the opening; `undefined` when the opening is over. */
  next(): Action | undefined {
    for (;;) {
      const script = this.#turn();
      if (script === undefined) return undefined;
      const { done, value } = script.actions.next();
      if (done !== true) return value;
      this.#scripts = this.#scripts.filter((other) => other !== script);
    }
  }

  /** Picks one of the scripts whose delay is over, the first with a higher probability. */
  #turn(): Script | undefined {
    for (const script of this.#scripts) script.delay -= 1;
    const due = this.#scripts.filter(({ delay }) => delay < 0);
    if (due.length === 0) return this.#scripts[0];
    return chance(this.#random, 60) ? due[0] : pick(this.#random, due);
  }
}
