import { hasShortWindow } from '../draw/absent.ts';
import { chance, pick } from '../random.ts';
import type { Scene } from '../scene.ts';
import { block } from '../steps.ts';
import { delegations, sparedSigners } from '../view.ts';
import { miss } from './downtime.ts';
import { earn } from './earnings.ts';

/** A validator earns, is slashed for its downtime, earns again, and only then its delegators withdraw. */
export const slashedEarnings: Scene = {
  name: 'slashed-earnings',
  weight: (world) => (hasShortWindow(world, 'provider') && sparedSigners(world, 'provider').length > 0 ? 2 : 0),
  *play(world, random) {
    const validator = pick(random, sparedSigners(world, 'provider'));
    if (validator === undefined) return;
    yield { kind: 'delegate', by: 'relayer', validator, amount: String(random.nextInt(1, 5_000_000)) };
    yield* earn(world, random, validator);
    yield* miss(world, 'provider', [validator]);
    yield* earn(world, random, validator);
    for (const { by } of delegations(world).filter((pair) => pair.validator === validator)) {
      if (chance(random, 70)) yield { kind: 'withdraw-rewards', by, validator };
    }
    yield { kind: 'withdraw-commission', validator };
    yield block('provider');
  },
};
