import type { Random } from 'fast-check';
import type { Action } from '../../specs/generated/trace.ts';
import { isLifted } from '../generate/lifted.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block, takeStakeAway } from './steps.ts';
import { canSpare, establishedConsumers, newValidators, sparedSigners, validators } from '../view/index.ts';
import type { World } from '../world/world.ts';

/** The maximum age of evidence (`CONSENSUS_PARAMS`), in blocks and in seconds. */
const MAX_AGE = { blocks: 12, seconds: 600 };

/**
 * CometBFT reports duplicate votes of a validator: before and after undelegations, in time and expired, once and again.
 * Then the validator tries to unjail.
 */
export const doubleSign: Scene = {
  name: 'double-sign',
  weight: (world) => (suspects(world, 'provider').length > 0 ? 2 : 0),
  *play(world, random) {
    const consumers = establishedConsumers(world).filter((name) => sparedSigners(world, name).length > 0);
    const chain = pick(random, ['provider', ...consumers]) ?? 'provider';
    if (chain === 'provider') yield* onProvider(world, random);
    else yield* onConsumer(world, chain, random);
  },
};

/** The keys on a chain of validators that its set does not need. */
function suspects(world: World, chain: string): string[] {
  return sparedSigners(world, chain).filter((name) => canSpare(world, chain, [name]));
}

function* onProvider(world: World, random: Random): Generator<Action, void, void> {
  const key = pick(random, suspects(world, 'provider'));
  if (key === undefined) return;
  if (chance(random, 60)) {
    yield* takeStakeAway(world, key, random, 10n);
    yield block('provider');
  }
  if (chance(random, 60)) yield* takeStakeAway(world, key, random, 10n);
  yield block('provider');
  if (chance(random, 20)) {
    for (let i = 0; i <= MAX_AGE.blocks; i++) yield block('provider');
    yield block('provider', MAX_AGE.seconds + 1);
    yield { kind: 'report-misbehavior', chain: 'provider', key, back: MAX_AGE.blocks + 2 };
  }
  const attack = chance(random, 30) ? { attack: true } : {};
  yield { kind: 'report-misbehavior', chain: 'provider', key, back: random.nextInt(0, 3), ...attack };
  if (chance(random, 50)) yield { kind: 'report-misbehavior', chain: 'provider', key, back: 1 };
  yield* comeBack(world, key);
}

function* onConsumer(world: World, chain: string, random: Random): Generator<Action, void, void> {
  const key = pick(random, sparedSigners(world, chain));
  if (key === undefined) return;
  yield { kind: 'report-misbehavior', chain, key, back: random.nextInt(0, 2) };
  if (chance(random, 40)) yield { kind: 'report-misbehavior', chain, key, back: 0 };
  yield { kind: 'deliver', consumer: chain, to: 'provider', channel: 'ccv', count: 1 };
  yield { kind: 'acknowledge', consumer: chain, to: 'consumer', channel: 'ccv', count: 1 };
}

/** The tombstoned validator tries everything that a validator can do. */
function* comeBack(world: World, name: string): Generator<Action, void, void> {
  if (!name.startsWith('v')) return;
  yield { kind: 'unjail', validator: name };
  yield { kind: 'opt-in', consumer: 'c0', validator: name };
  yield { kind: 'assign-key', consumer: 'c0', validator: name, key: 'k7' };
  yield { kind: 'delegate', by: name, validator: name, amount: '1000000' };
  const other = newValidators(world)[0] ?? name;
  const isGone = validators(world).every((validator) => validator.name !== name);
  if (isGone && !isLifted(world, 'tombstoned-key')) return;
  yield { kind: 'create-validator', validator: other, amount: '1000000', commission: '0.1', key: name };
  yield block('provider');
  yield { kind: 'unjail', validator: name };
  yield block('provider', 1);
}
