import { pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { passEpoch } from './steps.ts';
import { validators } from '../view/index.ts';
import type { World } from '../world/world.ts';

const UNIT = 1_000_000n;

/** The first inactive validator gets as much power as the last active one (ADR-017). */
export const tie: Scene = {
  name: 'tie',
  weight: (world) => (boundary(world) === undefined ? 0 : 3),
  *play(world, random) {
    const found = boundary(world);
    if (found === undefined) return;
    const gap = found.inside.tokens - found.outside.tokens;
    // One token more usually does not change the power.
    const amount = gap + (pick(random, [0n, 0n, 1n, UNIT / 2n]) ?? 0n);
    if (amount > 0n) {
      yield { kind: 'delegate', by: 'relayer', validator: found.outside.name, amount: String(amount) };
    }
    yield* passEpoch(world);
  },
};

function boundary(world: World) {
  const limit = world.setup.maxProviderConsensusValidators;
  const ranked = validators(world)
    .filter(({ jailed, tokens }) => !jailed && tokens >= UNIT)
    .toSorted((a, b) => Number(b.tokens > a.tokens) - Number(b.tokens < a.tokens));
  const [inside, outside] = [ranked[limit - 1], ranked[limit]];
  return inside && outside && { inside, outside };
}
