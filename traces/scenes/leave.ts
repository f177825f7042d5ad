import type { Random } from 'fast-check';
import { isLifted } from '../generate/lifted.ts';
import { pick, chance } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block, passUnbonding } from './steps.ts';
import { balanceOf, delegations, isTombstoned, stakeOf, validators } from '../view/index.ts';
import type { World } from '../world/world.ts';
import { earn } from './earnings.ts';

/** When a validator leaves, this many others must have power, so that no chain halts. */
const OTHERS = 2;
const UNIT = 1_000_000n;

/** All delegators of a validator undelegate. It is removed at the end of its unbonding. */
export const leave: Scene = {
  name: 'leave',
  weight: (world) => {
    if (validators(world).filter(isAble).length <= OTHERS) return 0;
    return isLifted(world, 'tombstoned-key') && validators(world).some(({ name }) => isTombstoned(world, name))
      ? 6
      : 1.5;
  },
  *play(world, random) {
    const able = validators(world).filter(isAble);
    if (able.length <= OTHERS) return;
    const { name: weakest } = able.toSorted((a, b) => Number(a.tokens - b.tokens))[0] ?? { name: 'v0' };
    const validator = someTombstoned(world, random) ?? weakest;
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
      // It still votes for two blocks, without any delegation that earns rewards.
      yield* earn(world, random, validator);
      if (chance(random, 50)) yield { kind: 'delegate', by: 'relayer', validator, amount: '5000000' };
    }
    if (chance(random, 70)) yield* passUnbonding(world);
    if (isLifted(world, 'evidence-against-removed') && chance(random, 50)) {
      yield { kind: 'report-misbehavior', chain: 'provider', key: validator, back: random.nextInt(3, 12) };
    }
    if (isLifted(world, 'tombstoned-key') && isTombstoned(world, validator) && balanceOf(world, validator) > 0n) {
      yield { kind: 'create-validator', validator, amount: '1000000', commission: '0.1' };
      yield block('provider');
    }
  },
};

/** A tombstoned validator, if these may be drawn. */
function someTombstoned(world: World, random: Random): string | undefined {
  if (!isLifted(world, 'tombstoned-key')) return undefined;
  const tombstoned = validators(world).filter(({ name }) => isTombstoned(world, name));
  return chance(random, 60) ? pick(random, tombstoned)?.name : undefined;
}

function isAble({ tokens, jailed }: { readonly tokens: bigint; readonly jailed: boolean }): boolean {
  return !jailed && tokens >= UNIT;
}
