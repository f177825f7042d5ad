import * as fc from 'fast-check';
import type { World } from '../world/world.ts';

/**
 * The time until the next block: usually seconds, sometimes minutes or hours, rarely long enough for unbondings to
 * mature. More than two thirds of the unbonding period expires all clients that are not updated before (ICS-07), and
 * with them all channels of a trace, so that stays rare.
 */
export function someSeconds(world: World): fc.Arbitrary<number> {
  const period = world.setup.providerUnbondingSeconds;
  const share = (percent: number): number => Math.max(1, Math.floor((period * percent) / 100));
  return fc.oneof(
    { weight: 200, arbitrary: fc.integer({ min: 1, max: 10 }) },
    { weight: 12, arbitrary: fc.integer({ min: 60, max: Math.max(60, Math.min(7_200, share(5))) }) },
    { weight: 6, arbitrary: fc.integer({ min: share(10), max: share(60) }) },
    { weight: 1, arbitrary: fc.constantFrom(share(100), share(100) + 1, share(70)) },
  );
}
