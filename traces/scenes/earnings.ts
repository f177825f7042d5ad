import type { Random } from 'fast-check';
import type { Action } from '../../specs/generated/trace.ts';
import { someAccount, someCoins, someRewardsReceiver } from '../draw/index.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block } from './steps.ts';
import { delegations } from '../view/index.ts';
import type { World } from '../world/world.ts';

/** Validators earn rewards, and a delegator withdraws them, explicitly or by changing its delegation. */
export const earnings: Scene = {
  name: 'earnings',
  weight: () => 3,
  *play(world, random) {
    const pair = pick(random, delegations(world));
    if (pair === undefined) return;
    const { by, validator } = pair;
    if (chance(random, 25)) {
      yield { kind: 'set-withdraw-address', by, to: someRewardsReceiver(world).generate(random, undefined).value };
    }
    yield* earn(world, random, validator);
    // Rewards of this block are distributed in the next one.
    for (let again = 0; again < random.nextInt(1, 3); again++) yield* take(by, validator, random);
    if (chance(random, 30)) yield { kind: 'withdraw-commission', validator };
    yield block('provider');
    if (chance(random, 50)) yield { kind: 'withdraw-rewards', by, validator };
    yield block('provider');
  },
};

/** A validator earns: an account deposits rewards, or pays a fee for all voters of the next block. */
export function* earn(world: World, random: Random, validator: string): Generator<Action, void, void> {
  const by = someAccount(world).generate(random, undefined).value;
  const coins = someCoins(world).generate(random, undefined).value;
  if (chance(random, 50)) yield { kind: 'deposit-rewards', by, validator, coins };
  else yield { kind: 'send', chain: 'provider', by: 'relayer', to: by, amount: '1', fee: coins };
  yield block('provider');
  // The next block distributes the fees.
  yield block('provider');
}

/** A delegator withdraws its rewards. */
function* take(by: string, validator: string, random: Random): Generator<Action, void, void> {
  const amount = String(random.nextInt(1, 3_000_000));
  const way = pick(random, ['withdraw', 'delegate', 'undelegate'] as const);
  if (way === 'delegate') yield { kind: 'delegate', by, validator, amount };
  else if (way === 'undelegate') yield { kind: 'undelegate', by, validator, amount };
  else yield { kind: 'withdraw-rewards', by, validator };
}
