import { isLifted } from '../generate/lifted.ts';
import { pick } from '../generate/random.ts';
import { stakeOf, startedConsumers } from '../view/index.ts';
import type { World } from '../world/world.ts';
import { beforeEvidence, suspects } from './equivocation.ts';
import type { Scene } from './scene.ts';
import { block } from './steps.ts';

/** A validator begins to unbond, and evidence of its equivocation on a consumer comes afterwards. */
export const leavingEquivocator: Scene = {
  name: 'leaving-equivocator',
  weight: (world) => (isLifted(world, 'evidence-against-unbonding') && consumers(world).length > 0 ? 3 : 0),
  *play(world, random) {
    const consumer = pick(random, consumers(world));
    if (consumer === undefined) return;
    yield* beforeEvidence(consumer);
    const suspect = pick(random, suspects(world, consumer));
    if (suspect === undefined) return;
    const { key, owner, leaving } = suspect;
    if (!leaving) {
      yield { kind: 'delegate', by: 'a0', validator: owner, amount: '100000000' };
      yield block('provider');
      const amount = String(stakeOf(world, { by: owner, validator: owner }));
      yield { kind: 'undelegate', by: owner, validator: owner, amount };
      yield block('provider');
    }
    yield { kind: 'submit-double-voting', consumer, key, back: 0, by: 'relayer' };
    yield block('provider');
  },
};

function consumers(world: World): readonly string[] {
  return startedConsumers(world).filter((name) => suspects(world, name).length > 0);
}
