import { isLifted } from '../generate/lifted.ts';
import { pick } from '../generate/random.ts';
import { consumerSigners, sparedSigners, startedConsumers } from '../view/index.ts';
import type { World } from '../world/world.ts';
import { beforeEvidence } from './equivocation.ts';
import type { Scene } from './scene.ts';
import { block } from './steps.ts';

/** Evidence of an attack on the light client of a consumer whose commit also holds a precommit for no block. */
export const nilVotes: Scene = {
  name: 'nil-votes',
  weight: (world) => (isLifted(world, 'nil-votes-in-evidence') && consumers(world).length > 0 ? 3 : 0),
  *play(world, random) {
    const consumer = pick(random, consumers(world));
    if (consumer === undefined) return;
    yield* beforeEvidence(consumer);
    const nil = pick(random, spared(world, consumer));
    if (nil === undefined) return;
    const colluding = consumerSigners(world, consumer).flatMap(({ key }) => (key === nil ? [] : [key]));
    const attack = pick(random, ['lunatic', 'equivocation'] as const) ?? 'lunatic';
    yield { kind: 'submit-misbehaviour', consumer, back: 0, attack, by: 'relayer', colluding, nil: [nil] };
    yield block('provider');
  },
};

function consumers(world: World): readonly string[] {
  return startedConsumers(world).filter((name) => spared(world, name).length > 0);
}

/** Keys without which the others still commit blocks of the consumer. */
function spared(world: World, consumer: string): readonly string[] {
  const able = sparedSigners(world, consumer);
  return consumerSigners(world, consumer).flatMap(({ key }) => (able.includes(key) ? [key] : []));
}
