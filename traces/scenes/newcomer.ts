import { accountNames } from '../setup/setup.ts';
import { isLifted } from '../generate/lifted.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block } from './steps.ts';
import { activeConsumers, assignedKeys, balanceOf, newValidators, nextValidator, validators } from '../view/index.ts';

/** The maximum number of validators of a trace. */
const MOST = 12;

/** An account gets coins, becomes a validator (sometimes first tries a key that is taken), and opts in. */
export const newcomer: Scene = {
  name: 'newcomer',
  weight: (world) => (validators(world).length < MOST || isLifted(world, 'many-new-validators') ? 2 : 0),
  *play(world, random) {
    const next = pick(random, newValidators(world));
    const validator = next ?? nextValidator(world);
    const amount = `${random.nextInt(1, 900)}000000`;
    if (next === undefined || balanceOf(world, validator) < BigInt(amount)) {
      yield {
        kind: 'send',
        chain: 'provider',
        by: pick(random, accountNames(world.setup)) ?? 'a0',
        to: validator,
        amount,
      };
      yield block('provider');
    }
    const taken = pick(random, assignedKeys(world));
    if (taken !== undefined && chance(random, 50)) {
      yield { kind: 'create-validator', validator, amount, commission: '0.1', key: taken };
      yield block('provider');
    }
    yield { kind: 'create-validator', validator, amount, commission: '0.1' };
    yield block('provider');
    const consumer = pick(random, activeConsumers(world));
    if (consumer !== undefined) yield { kind: 'opt-in', consumer, validator };
  },
};
