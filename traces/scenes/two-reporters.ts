import { hasShortWindow } from '../draw/absent.ts';
import { pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block } from './steps.ts';
import { establishedConsumers, providerNameOf, sparedSigners } from '../view/index.ts';
import type { World } from '../world/world.ts';
import { missBlocks } from './downtime.ts';

/** Two consumers each report a validator, if possible the same one. Both use the same slash meter (ADR-002). */
export const twoReporters: Scene = {
  name: 'two-reporters',
  weight: (world) => (reporters(world).length > 1 ? 12 : 0),
  *play(world, random) {
    const first = pick(random, reporters(world));
    if (first === undefined) return;
    const second = pick(
      random,
      reporters(world).filter((name) => name !== first),
    );
    const key = pick(random, sparedSigners(world, first));
    if (second === undefined || key === undefined) return;
    const validator = providerNameOf(world, first, key);
    const spared = sparedSigners(world, second);
    const same = spared.find((name) => providerNameOf(world, second, name) === validator);
    const other = spared.find((name) => providerNameOf(world, second, name) !== validator);
    const onSecond = world.setup.slashMeterReplenishFraction === '1.0' ? (same ?? other) : (other ?? same);
    if (onSecond === undefined) return;
    yield* missBlocks(world, first, [key]);
    yield* missBlocks(world, second, [onSecond]);
    for (const consumer of [first, second]) {
      yield block(consumer);
      yield { kind: 'deliver', consumer, to: 'provider', channel: 'ccv', count: 1 };
    }
    for (const consumer of [first, second]) {
      yield { kind: 'acknowledge', consumer, to: 'consumer', channel: 'ccv', count: 1 };
    }
  },
};

function reporters(world: World): string[] {
  return establishedConsumers(world).filter(
    (consumer) => hasShortWindow(world, consumer) && sparedSigners(world, consumer).length > 0,
  );
}
