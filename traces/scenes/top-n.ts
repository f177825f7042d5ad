import type { Random } from 'fast-check';
import type { Action, Content, PowerShaping } from '../../specs/generated/trace.ts';
import { somePowerShaping } from '../draw/index.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { passEpoch } from './steps.ts';
import { isGoverned, launchedConsumers, validators } from '../view/index.ts';
import type { World } from '../world/world.ts';
import { decide, handOver } from './governance.ts';

/** A voting period that is no longer than this passes without any effect on clients. */
const SHORT_SECONDS = 3_600;

/**
 * Governance makes a running consumer a Top N one, changes N or gives it up (ADR-015): the most powerful validators
 * are opted in at the next epoch, can not opt out, and stay opted in when nobody has to be any more.
 */
export const topN: Scene = {
  name: 'top-n',
  weight: (world) => (launchedConsumers(world).length > 0 && world.setup.votingSeconds <= SHORT_SECONDS ? 4 : 0),
  *play(world, random) {
    if (!launchedConsumers(world).some((name) => isGoverned(world, name))) {
      yield* handOver(world, random, launchedConsumers(world));
    }
    const consumer = pick(
      random,
      launchedConsumers(world).filter((name) => isGoverned(world, name)),
    );
    if (consumer === undefined) return;
    for (const action of decide(world, random, [change(world, random, consumer)], 'yes')) {
      // Some want to leave in the very block in which it is decided who must stay.
      if (action.kind === 'block' && action.seconds === world.setup.votingSeconds) {
        yield* optOuts(world, random, consumer);
      }
      yield action;
    }
    yield* optOuts(world, random, consumer);
    yield* passEpoch(world);
    yield* optOuts(world, random, consumer);
    if (chance(random, 50)) {
      // Who was opted in stays so, whether or not it still has to validate.
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
  // Who gives it away must give up that it is a Top N one.
  const newOwner = shaping.topN === undefined && chance(random, 50) ? { newOwner: 'a0' } : {};
  return { message: 'update-consumer', consumer, shaping, ...newOwner };
}

/** The strongest may not leave, the weakest may. */
function* optOuts(world: World, random: Random, consumer: string): Generator<Action, void, void> {
  const ranked = validators(world)
    .toSorted((a, b) => (a.tokens < b.tokens ? 1 : -1))
    .map(({ name }) => name);
  for (const validator of [ranked[0], ranked.at(-1)]) {
    if (validator !== undefined && chance(random, 60)) yield { kind: 'opt-out', consumer, validator };
  }
}
