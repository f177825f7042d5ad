import type { Random } from 'fast-check';
import type { Action } from '../../specs/generated/trace.ts';
import { hasShortWindow } from '../draw/absent.ts';
import { someOtherValidator } from '../draw/index.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block } from './steps.ts';
import { canSpare, delegations, establishedConsumers, sparedSigners, stakeOf, validators } from '../view/index.ts';
import type { World } from '../world/world.ts';

/** The jail time for downtime on any chain (`DowntimeJailDuration`). */
export const JAIL_SECONDS = 600;

/** A validator misses blocks on one chain until it is jailed, unjails too early, and then in time. */
export const downtime: Scene = {
  name: 'downtime',
  weight: (world) => (chainsWithShortWindow(world).length > 0 ? 4 : 0),
  *play(world, random) {
    const chains = chainsWithShortWindow(world);
    // Prefer consumers: the provider jails their validators by a slash packet.
    const chain = pick(random, chains, (name) => (name === 'provider' ? 1 : 3));
    if (chain === undefined) return;
    const absent = pick(random, sparedSigners(world, chain));
    if (absent === undefined) return;
    for (const action of missBlocks(world, chain, [absent])) {
      yield action;
      // Stake that leaves the validator after its infraction is slashed, too.
      if (chain === 'provider' && chance(random, 25)) yield* takeAway(world, absent, random);
    }
    if (chain !== 'provider') yield* report(chain);
    const jailed = validators(world).find((validator) => validator.jailed)?.name;
    if (jailed === undefined) return;
    if (chance(random, 60)) {
      yield { kind: 'unjail', validator: jailed };
      yield block('provider');
    }
    yield block('provider', JAIL_SECONDS + 1);
    yield { kind: 'unjail', validator: jailed };
    yield block('provider');
  },
};

function chainsWithShortWindow(world: World): string[] {
  return ['provider', ...establishedConsumers(world)].filter(
    (chain) => hasShortWindow(world, chain) && sparedSigners(world, chain).length > 0,
  );
}

/** Keys do not sign a chain's blocks until they have missed too many. Ends early if the chain would halt. */
export function* missBlocks(world: World, chain: string, absent: readonly string[]): Generator<Action, void, void> {
  const window = chain === 'provider' ? world.setup.signedBlocksWindow : world.setup.consumerSignedBlocksWindow;
  const height = Number(world.chains.get(chain)?.height ?? 0n);
  // The chain punishes only after a whole window, and half of the window may be missed.
  for (let at = height; at <= window; at++) yield block(chain);
  for (let missed = 0; missed <= window / 2 + 2; missed++) {
    if (canSpare(world, chain, absent)) yield block(chain, 1, absent);
  }
}

/** A delegator undelegates or redelegates from a validator. */
function* takeAway(world: World, key: string, random: Random): Generator<Action, void, void> {
  const pair = pick(
    random,
    delegations(world).filter(({ validator }) => validator === key),
  );
  if (pair === undefined) return;
  const { by, validator } = pair;
  const amount = String(stakeOf(world, pair) / 40n + 1n);
  const to = someOtherValidator(world, validator).generate(random, undefined).value;
  if (chance(random, 50)) yield { kind: 'undelegate', by, validator, amount };
  else yield { kind: 'redelegate', by, from: validator, to, amount };
}

/** Relays the slash packet and its acknowledgement. */
function* report(consumer: string): Generator<Action, void, void> {
  yield block(consumer);
  yield { kind: 'deliver', consumer, to: 'provider', channel: 'ccv', count: 1 };
  yield { kind: 'acknowledge', consumer, to: 'consumer', channel: 'ccv', count: 1 };
}
