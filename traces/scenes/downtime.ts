import type { Action } from '../../specs/generated/trace.ts';
import { hasShortWindow } from '../draw/absent.ts';
import { chance, pick } from '../random.ts';
import type { Scene } from '../scene.ts';
import { block } from '../steps.ts';
import { sparedSigners, validators } from '../view.ts';
import type { World } from '../world/world.ts';

/** For how long who was down stays in jail, on any chain (`DowntimeJailDuration`). */
const JAIL_SECONDS = 600;

/** A validator misses blocks on one chain until it is jailed, wants to come back too early, and then in time. */
export const downtime: Scene = {
  name: 'downtime',
  weight: (world) => (chainsWithShortWindow(world).length > 0 ? 4 : 0),
  *play(world, random) {
    const chain = pick(random, chainsWithShortWindow(world));
    if (chain === undefined) return;
    const absent = pick(random, sparedSigners(world, chain));
    if (absent === undefined) return;
    yield* miss(world, chain, absent);
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
  return [...world.chains.keys()].filter(
    (chain) => hasShortWindow(world, chain) && sparedSigners(world, chain).length > 0,
  );
}

/** One key does not sign a chain's blocks until it has missed too many; it stops when the others could not go on. */
export function* miss(world: World, chain: string, absent: string): Generator<Action, void, void> {
  const window = chain === 'provider' ? world.setup.signedBlocksWindow : world.setup.consumerSignedBlocksWindow;
  const height = Number(world.chains.get(chain)?.height ?? 0n);
  // Nobody is judged before a whole window has passed; half of it may be missed.
  for (let at = height; at <= window; at++) yield block(chain);
  for (let missed = 0; missed <= window / 2 + 2; missed++) {
    if (sparedSigners(world, chain).includes(absent)) yield block(chain, 1, [absent]);
  }
}

/** The slash packet goes to the provider, and its answer comes back. */
function* report(consumer: string): Generator<Action, void, void> {
  yield block(consumer);
  yield { kind: 'deliver', consumer, to: 'provider', channel: 'ccv', count: 1 };
  yield { kind: 'acknowledge', consumer, to: 'consumer', channel: 'ccv', count: 1 };
}
