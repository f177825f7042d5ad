import { hasShortWindow } from '../draw/absent.ts';
import { someOtherValidator } from '../draw/index.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { BOND_DENOM } from '../setup/setup.ts';
import { block } from './steps.ts';
import { delegations, sparedSigners } from '../view/index.ts';
import { missBlocks } from './downtime.ts';
import { earn } from './earnings.ts';

const GIFT = [{ denom: BOND_DENOM, amount: '1000000007' }];

/** A validator earns, is slashed for downtime, and earns again before its delegators withdraw. */
export const slashedEarnings: Scene = {
  name: 'slashed-earnings',
  weight: (world) => (hasShortWindow(world, 'provider') && sparedSigners(world, 'provider').length > 0 ? 2 : 0),
  *play(world, random) {
    const validator = pick(random, sparedSigners(world, 'provider'));
    if (validator === undefined) return;
    yield { kind: 'delegate', by: 'relayer', validator, amount: String(random.nextInt(1, 5_000_000)) };
    yield* earn(world, random, validator);
    const other = someOtherValidator(world, validator).generate(random, undefined).value;
    for (const action of missBlocks(world, 'provider', [validator])) {
      yield action;
      // Redelegated stake is slashed at its new validator, and earns rewards there.
      if (chance(random, 30))
        yield { kind: 'redelegate', by: 'relayer', from: validator, to: other, amount: '1000000' };
      else if (chance(random, 20)) yield { kind: 'deposit-rewards', by: 'relayer', validator: other, coins: GIFT };
    }
    yield* earn(world, random, validator);
    for (const { by } of delegations(world).filter((pair) => pair.validator === validator)) {
      if (chance(random, 70)) yield { kind: 'withdraw-rewards', by, validator };
    }
    yield { kind: 'withdraw-commission', validator };
    yield block('provider');
  },
};
