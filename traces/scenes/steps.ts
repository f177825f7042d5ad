import type { Random } from 'fast-check';
import type { Action, BlockAction } from '../../specs/generated/trace.ts';
import { someOtherValidator } from '../draw/index.ts';
import { chance, pick } from '../generate/random.ts';
import { delegations, stakeOf, startedConsumers } from '../view/index.ts';
import type { World } from '../world/world.ts';

/** A block of a chain. */
export function block(chain: string, seconds = 1, absent: readonly string[] = []): BlockAction {
  return { kind: 'block', chain, seconds, ...(absent.length > 0 && { absent }) };
}

/** Blocks of the provider until an epoch is over. */
export function* passEpoch(world: World): Generator<Action, void, void> {
  for (let i = 0; i <= world.setup.blocksPerEpoch; i++) yield block('provider');
}

/** The fraction of the unbonding period that passes at once. Must be below the trusting period, two thirds (ICS-07). */
const PART = 0.5;

/** Lets an unbonding period pass, and updates all clients often enough that they do not expire. */
export function* passUnbonding(world: World): Generator<Action, void, void> {
  const period = world.setup.providerUnbondingSeconds;
  const part = Math.max(1, Math.floor(period * PART));
  for (let passed = 0; passed <= period; passed += part) {
    yield block('provider', part);
    yield* updateClients(world);
  }
}

/** Updates the clients of every running consumer and of the provider to the newest headers. */
export function* updateClients(world: World): Generator<Action, void, void> {
  for (const consumer of startedConsumers(world)) {
    yield block(consumer);
    yield { kind: 'update-client', consumer, on: 'provider', back: 0 };
    yield { kind: 'update-client', consumer, on: 'consumer', back: 0 };
    yield block(consumer);
  }
  yield block('provider');
}

/** A delegator undelegates or redelegates a part of its stake from a validator. */
export function* takeStakeAway(
  world: World,
  name: string,
  random: Random,
  part: bigint,
): Generator<Action, void, void> {
  const pair = pick(
    random,
    delegations(world).filter(({ validator }) => validator === name),
  );
  if (pair === undefined) return;
  const { by, validator } = pair;
  const amount = String(stakeOf(world, pair) / part + 1n);
  const to = someOtherValidator(world, validator).generate(random, undefined).value;
  if (chance(random, 50)) yield { kind: 'undelegate', by, validator, amount };
  else yield { kind: 'redelegate', by, from: validator, to, amount };
}
