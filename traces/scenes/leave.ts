import { pick, chance } from '../random.ts';
import type { Scene } from '../scene.ts';
import { block, passUnbonding } from '../steps.ts';
import { delegations, stakeOf, validators } from '../view.ts';
import { earn } from './earnings.ts';

/** So many others must have power when a validator leaves, so that every chain goes on. */
const OTHERS = 2;
const UNIT = 1_000_000n;

/** All delegations of a validator are taken away; without any it is removed when its unbonding is over. */
export const leave: Scene = {
  name: 'leave',
  weight: (world) => (validators(world).filter(isAble).length > OTHERS ? 1.5 : 0),
  *play(world, random) {
    const able = validators(world).filter(isAble);
    if (able.length <= OTHERS) return;
    const { name: validator } = able.toSorted((a, b) => Number(a.tokens - b.tokens))[0] ?? { name: 'v0' };
    if (chance(random, 60)) yield* earn(world, random, validator);
    for (const pair of delegations(world)) {
      if (pair.validator !== validator) continue;
      const { by } = pair;
      const amount = String(stakeOf(world, pair));
      const to = pick(random, able)?.name ?? validator;
      if (to !== validator && chance(random, 30)) yield { kind: 'redelegate', by, from: validator, to, amount };
      else yield { kind: 'undelegate', by, validator, amount };
    }
    yield block('provider');
    if (chance(random, 30)) {
      // It still votes for two blocks, and nobody has a stake that earns.
      yield* earn(world, random, validator);
      if (chance(random, 50)) yield { kind: 'delegate', by: 'relayer', validator, amount: '5000000' };
    }
    if (chance(random, 70)) yield* passUnbonding(world);
  },
};

function isAble({ tokens, jailed }: { readonly tokens: bigint; readonly jailed: boolean }): boolean {
  return !jailed && tokens >= UNIT;
}
