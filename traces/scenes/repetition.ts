import type { Random } from 'fast-check';
import type { Action } from '../../specs/generated/trace.ts';
import { someOtherValidator } from '../draw/index.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block, passEpoch } from './steps.ts';
import { delegations, startedConsumers, validators } from '../view/index.ts';
import type { World } from '../world/world.ts';

/** Fill the unbonding entries of a delegation only if their maximum is this low, so that a trace has other actions, too. */
const MOST_ENTRIES = 3;

/** Repeats something: a packet, an acknowledgement, or one unbonding or redelegation more than the maximum. */
export const repetition: Scene = {
  name: 'repetition',
  weight: (world) => (startedConsumers(world).length > 0 || mayFill(world) ? 2 : 0),
  *play(world, random) {
    if (mayFill(world) && chance(random, 60)) yield* unbondTooOften(world, random);
    else yield* relayTwice(world, random);
  },
};

function mayFill({ setup }: World): boolean {
  return setup.maxEntries <= MOST_ENTRIES;
}

function* unbondTooOften(world: World, random: Random): Generator<Action, void, void> {
  const pair = pick(random, delegations(world));
  if (pair === undefined) return;
  const { by, validator } = pair;
  const to = chance(random, 40) ? someOtherValidator(world, validator).generate(random, undefined).value : undefined;
  for (let i = 0; i <= world.setup.maxEntries; i++) {
    const amount = `${i + 1}`;
    if (to === undefined) yield { kind: 'undelegate', by, validator, amount };
    else yield { kind: 'redelegate', by, from: validator, to, amount };
    // Unbondings in the same block share an entry.
    yield block('provider');
  }
}

function* relayTwice(world: World, random: Random): Generator<Action, void, void> {
  const consumer = pick(random, startedConsumers(world));
  const validator = pick(random, validators(world))?.name;
  if (consumer === undefined || validator === undefined) return;
  yield { kind: 'delegate', by: 'relayer', validator, amount: '2000000' };
  yield* passEpoch(world);
  yield { kind: 'deliver', consumer, to: 'consumer', channel: 'ccv', count: 5 };
  yield { kind: 'deliver', consumer, to: 'consumer', channel: 'ccv', count: 1, again: 1 };
  yield { kind: 'acknowledge', consumer, to: 'provider', channel: 'ccv', count: 5 };
  yield { kind: 'acknowledge', consumer, to: 'provider', channel: 'ccv', count: 1, again: 1 };
}
