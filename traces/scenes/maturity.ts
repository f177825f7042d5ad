import type { Random } from 'fast-check';
import type { Action } from '../../specs/generated/trace.ts';
import { someKey, someOtherValidator } from '../draw/index.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block, passUnbonding } from './steps.ts';
import { delegations, launchedConsumers, optedIn, ownerOf, stakeOf } from '../view/index.ts';
import type { World } from '../world/world.ts';

/** Something starts that takes an unbonding period, and the period passes while clients are updated. */
export const maturity: Scene = {
  name: 'maturity',
  weight: () => 3,
  *play(world, random) {
    if (chance(random, 60)) yield* unbond(world, random);
    if (chance(random, 50)) yield* changeKeys(world, random);
    if (chance(random, 25)) yield* stop(world, random);
    yield block('provider');
    yield* passUnbonding(world);
  },
};

function* unbond(world: World, random: Random): Generator<Action, void, void> {
  const pair = pick(random, delegations(world));
  if (pair === undefined) return;
  const { by, validator } = pair;
  const amount = String(stakeOf(world, pair) / 50n + 1n);
  const to = someOtherValidator(world, validator).generate(random, undefined).value;
  if (chance(random, 60)) yield { kind: 'undelegate', by, validator, amount };
  else yield { kind: 'redelegate', by, from: validator, to, amount };
}

/** A second key replaces the first. The provider must keep the first one until the period is over (ADR-001). */
function* changeKeys(world: World, random: Random): Generator<Action, void, void> {
  const consumer = pick(random, launchedConsumers(world));
  if (consumer === undefined) return;
  const validator = pick(random, [...optedIn(world, consumer)]);
  if (validator === undefined) return;
  for (let i = 0; i < 2; i++) {
    const key = someKey(world).generate(random, undefined).value;
    yield { kind: 'assign-key', consumer, validator, key };
    yield block('provider');
  }
}

function* stop(world: World, random: Random): Generator<Action, void, void> {
  const consumer = pick(random, launchedConsumers(world));
  if (consumer === undefined) return;
  const by = ownerOf(world, consumer);
  if (by !== undefined) yield { kind: 'remove-consumer', consumer, by };
}
