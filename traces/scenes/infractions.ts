import type { Random } from 'fast-check';
import type { Action, Infractions } from '../../specs/generated/trace.ts';
import { someInfractions } from '../draw/index.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block, passUnbonding } from './steps.ts';
import { activeConsumers, ownerOf } from '../view/index.ts';

/**
 * The owner of a consumer changes its infraction parameters, then reverts the change or waits until the unbonding period
 * is over (ADR-020).
 */
export const infractions: Scene = {
  name: 'infractions',
  weight: (world) => (activeConsumers(world).length > 0 ? 2 : 0),
  *play(world, random) {
    const consumer = pick(random, activeConsumers(world));
    const by = consumer === undefined ? undefined : ownerOf(world, consumer);
    if (consumer === undefined || by === undefined) return;
    const change = (infractions: Infractions): Action => ({ kind: 'update-consumer', consumer, by, infractions });
    yield change(draw(random));
    if (chance(random, 50)) {
      yield block('provider');
      // An update without fields keeps the current parameters.
      yield change(chance(random, 50) ? {} : draw(random));
    }
    yield block('provider');
    if (chance(random, 60)) yield* passUnbonding(world);
  },
};

function draw(random: Random): Infractions {
  return someInfractions.generate(random, undefined).value;
}
