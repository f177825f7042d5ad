import { hasShortWindow } from '../draw/absent.ts';
import { pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block } from './steps.ts';
import { canSpare, sparedSigners, establishedConsumers } from '../view/index.ts';
import type { World } from '../world/world.ts';
import { missBlocks } from './downtime.ts';

/** The delay after which a consumer resends a bounced slash packet (`RetryDelayPeriod`). */
const RETRY_SECONDS = 3_600;

/** Two validators are down on a consumer, if possible at once, so that the slash meter may not cover both (ADR-002). */
export const throttling: Scene = {
  name: 'throttling',
  weight: (world) => (slowMeter(world) && throttled(world).length > 0 ? 15 : 0),
  *play(world, random) {
    const consumer = pick(random, throttled(world));
    if (consumer === undefined) return;
    const absent = sparedSigners(world, consumer).slice(0, 2);
    if (canSpare(world, consumer, absent)) yield* missBlocks(world, consumer, absent);
    else for (const name of absent) yield* missBlocks(world, consumer, [name]);
    for (const seconds of [1, 1, RETRY_SECONDS + 1]) {
      yield block(consumer, seconds);
      yield { kind: 'deliver', consumer, to: 'provider', channel: 'ccv', count: 1 };
      yield { kind: 'acknowledge', consumer, to: 'consumer', channel: 'ccv', count: 1 };
    }
  },
};

function slowMeter({ setup }: World): boolean {
  return Number(setup.slashMeterReplenishFraction) < 1;
}

function throttled(world: World): string[] {
  return establishedConsumers(world).filter(
    (consumer) => hasShortWindow(world, consumer) && sparedSigners(world, consumer).length > 1,
  );
}
