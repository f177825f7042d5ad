import { tombstones } from '../draw/index.ts';
import { isLifted } from '../generate/lifted.ts';
import { chance, pick } from '../generate/random.ts';
import { startedConsumers } from '../view/index.ts';
import type { World } from '../world/world.ts';
import { beforeEvidence, suspects } from './equivocation.ts';
import type { Scene } from './scene.ts';
import { block } from './steps.ts';

/** The same evidence comes twice, against a validator that the consumer does not tombstone. */
export const evidenceAgain: Scene = {
  name: 'evidence-again',
  weight: (world) => (isLifted(world, 'evidence-again') && lenientConsumers(world).length > 0 ? 8 : 0),
  *play(world, random) {
    const consumer = pick(random, lenientConsumers(world));
    if (consumer === undefined) return;
    yield* beforeEvidence(consumer);
    const key = pick(random, suspects(world, consumer))?.key;
    const height = heightOf(world, consumer);
    if (key === undefined) return;
    for (let i = 0; i < 2; i++) {
      const back = Number(heightOf(world, consumer) - height);
      yield { kind: 'submit-double-voting', consumer, key, back, by: 'relayer' };
      if (chance(random, 50)) yield block('provider');
    }
    yield block('provider');
  },
};

/** The consumers that do not tombstone and that have a validator which the provider can do without. */
function lenientConsumers(world: World): readonly string[] {
  return startedConsumers(world).filter((name) => !tombstones(world, name) && suspects(world, name).length > 0);
}

function heightOf(world: World, consumer: string): bigint {
  return world.chains.get(consumer)?.height ?? 0n;
}
