import type { Random } from 'fast-check';
import type { Action, Content, PowerShaping } from '../../specs/generated/trace.ts';
import { somePowerShaping } from '../draw/index.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { passEpoch } from './steps.ts';
import { isGoverned, launchedConsumers, validators } from '../view/index.ts';
import type { World } from '../world/world.ts';
import { decide, giveToGovernance } from './governance.ts';

/** A voting period up to this long does not expire clients. */
const SHORT_SECONDS = 3_600;

/**
 * Governance makes a running consumer a Top N chain, changes N, or makes it an opt-in chain again (ADR-015). The top N%
 * are opted in at the next epoch, cannot opt out, and stay opted in on an opt-in chain.
 */
export const topN: Scene = {
  name: 'top-n',
  weight: (world) => (launchedConsumers(world).length > 0 && world.setup.votingSeconds <= SHORT_SECONDS ? 4 : 0),
  *play(world, random) {
    if (!launchedConsumers(world).some((name) => isGoverned(world, name))) {
      yield* giveToGovernance(world, random, launchedConsumers(world));
    }
    const consumer = pick(
      random,
      launchedConsumers(world).filter((name) => isGoverned(world, name)),
    );
    if (consumer === undefined) return;
    for (const action of decide(world, random, [change(world, random, consumer)], 'yes')) {
      // Some opt out in the same block in which the epoch decides who must stay.
      if (action.kind === 'block' && action.seconds === world.setup.votingSeconds) {
        yield* optOuts(world, random, consumer);
      }
      yield action;
    }
    yield* optOuts(world, random, consumer);
    yield* passEpoch(world);
    yield* optOuts(world, random, consumer);
    if (chance(random, 50)) {
      // Validators stay opted in, whether or not they still have to validate.
      yield* decide(world, random, [change(world, random, consumer)], 'yes');
      yield* passEpoch(world);
    }
  },
};

function change(world: World, random: Random, consumer: string): Content {
  const shaping: PowerShaping = chance(random, 80)
    ? {
        ...somePowerShaping(world, 0).generate(random, undefined).value,
        topN: pick(random, [50, 51, 67, 80, 99, 100]) ?? 50,
      }
    : somePowerShaping(world, 0).generate(random, undefined).value;
  // Only an opt-in chain can get another owner, so reset the Top N as well.
  const newOwner = shaping.topN === undefined && chance(random, 50) ? { newOwner: 'a0' } : {};
  return { message: 'update-consumer', consumer, shaping, ...newOwner };
}

/** Validators in the top N cannot opt out; the others can. */
function* optOuts(world: World, random: Random, consumer: string): Generator<Action, void, void> {
  const ranked = validators(world)
    .toSorted((a, b) => (a.tokens < b.tokens ? 1 : -1))
    .map(({ name }) => name);
  for (const validator of [ranked[0], ranked.at(-1)]) {
    if (validator !== undefined && chance(random, 60)) yield { kind: 'opt-out', consumer, validator };
  }
}
