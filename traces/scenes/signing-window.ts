import type { Random } from 'fast-check';
import type { Action } from '../../specs/generated/trace.ts';
import { hasShortWindow } from '../draw/absent.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { isDemocratic } from '../messages/stakers.ts';
import { block } from './steps.ts';
import { canSpare, establishedConsumers, sparedSigners } from '../view/index.ts';
import type { World } from '../world/world.ts';
import { decide, hasShortVotingPeriod } from './governance.ts';

/** Governance shortens or extends the signing window while a validator misses some blocks. */
export const signingWindow: Scene = {
  name: 'signing-window',
  weight: (world) => (hasShortVotingPeriod(world) && governedChains(world).length > 0 ? 2 : 0),
  *play(world, random) {
    const chain = pick(random, governedChains(world));
    const absent = chain === undefined ? undefined : pick(random, sparedSigners(world, chain));
    if (chain === undefined || absent === undefined) return;
    for (let times = random.nextInt(1, 2); times > 0; times--) {
      yield* missSome(world, chain, absent, random);
      const window = pick(random, [1, 2, 3, 5, 8, 12]) ?? 3;
      yield* decide(world, random, [{ message: 'slashing-params', window }], 'yes', chain);
    }
    yield* missSome(world, chain, absent, random);
  },
};

/** Chains with governance whose signing window is short enough for a trace. */
function governedChains(world: World): string[] {
  return ['provider', ...(isDemocratic(world) ? establishedConsumers(world) : [])].filter(
    (chain) => hasShortWindow(world, chain) && sparedSigners(world, chain).length > 0,
  );
}

function* missSome(world: World, chain: string, absent: string, random: Random): Generator<Action, void, void> {
  for (let blocks = random.nextInt(2, 8); blocks > 0; blocks--) {
    yield block(chain, 1, chance(random, 40) && canSpare(world, chain, [absent]) ? [absent] : []);
  }
}
