import type { Random } from 'fast-check';
import type { Action } from '../../specs/generated/trace.ts';
import { mayBeAccused, someColluding } from '../draw/index.ts';
import { isLifted } from '../generate/lifted.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block, takeStakeAway } from './steps.ts';
import { consumerSigners, sparedSigners, startedConsumers } from '../view/index.ts';
import type { World } from '../world/world.ts';

/** A validator equivocates on a consumer, or several attack its light client, and the provider gets the evidence. */
export const equivocation: Scene = {
  name: 'equivocation',
  weight: (world) => (startedConsumers(world).some((name) => suspects(world, name).length > 0) ? 2.5 : 0),
  *play(world, random) {
    const consumer = pick(
      random,
      startedConsumers(world).filter((name) => suspects(world, name).length > 0),
    );
    if (consumer === undefined) return;
    yield* beforeEvidence(consumer);
    if (chance(random, 60)) yield* doubleVote(world, consumer, random);
    else yield* attack(world, consumer, random);
  },
};

/** The client of a consumer has to know a height below the one of the evidence. */
export function* beforeEvidence(consumer: string): Generator<Action, void, void> {
  yield block(consumer);
  yield { kind: 'update-client', consumer, on: 'provider', back: 0 };
  yield block('provider');
  yield block(consumer);
}

/** Keys on a consumer of validators that the provider does not need. */
export function suspects(world: World, consumer: string) {
  const spared = sparedSigners(world, 'provider');
  return consumerSigners(world, consumer).filter(({ owner, leaving }) => leaving || spared.includes(owner));
}

function* doubleVote(world: World, consumer: string, random: Random): Generator<Action, void, void> {
  const suspect = pick(random, suspects(world, consumer));
  if (suspect === undefined) return;
  const { key, owner } = suspect;
  for (let i = 0; i < 2; i++) {
    if (chance(random, 60)) yield* takeStakeAway(world, owner, random, 20n);
    if (chance(random, 40)) yield block('provider');
  }
  if (chance(random, 25)) {
    yield { kind: 'assign-key', consumer, validator: owner, key: `k${random.nextInt(0, 8)}` };
    yield block('provider');
  }
  const back = random.nextInt(0, 3);
  // It may have started unbonding in between.
  if (suspects(world, consumer).every((one) => one.key !== key)) return;
  yield { kind: 'submit-double-voting', consumer, key, back, by: 'relayer' };
  yield block('provider');
  if (chance(random, 40) && mayBeAccused(world, consumer, owner)) {
    yield { kind: 'submit-double-voting', consumer, key, back, by: 'relayer' };
  }
  yield { kind: 'unjail', validator: owner };
  yield { kind: 'opt-in', consumer, validator: owner };
  yield { kind: 'delegate', by: owner, validator: owner, amount: '1000000' };
  yield block('provider');
}

function* attack(world: World, consumer: string, random: Random): Generator<Action, void, void> {
  const kind = pick(random, ['lunatic', 'lunatic', 'equivocation', 'amnesia'] as const) ?? 'lunatic';
  const colluding = someColluding(world, consumer, kind === 'lunatic').generate(random, undefined).value;
  const others = consumerSigners(world, consumer).filter(({ key }) => !colluding.includes(key));
  const isNil = isLifted(world, 'nil-votes-in-evidence') && others.length > 0 && chance(random, 50);
  const shown = {
    kind: 'submit-misbehaviour',
    consumer,
    back: 0,
    attack: kind,
    by: 'relayer',
    colluding,
    ...(isNil && { nil: others.map(({ key }) => key) }),
  } as const;
  yield shown;
  if (
    chance(random, 30) &&
    consumerSigners(world, consumer).every(({ owner }) => mayBeAccused(world, consumer, owner))
  ) {
    yield shown;
  }
  yield block('provider');
  if (!chance(random, 15)) return;
  yield { ...shown, freeze: chance(random, 50) ? 'update' : 'submit' };
  yield block('provider');
  yield { kind: 'update-client', consumer, on: 'provider', back: 0 };
  yield block('provider');
}
