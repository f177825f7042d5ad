import * as fc from 'fast-check';
import type { World } from '../world/world.ts';

/**
 * How long until the next block: mostly seconds, sometimes minutes or hours, now and then so long that unbondings
 * mature. A jump of more than two thirds of the unbonding period expires a client that is not updated before (ICS-07),
 * and with it all that a trace has opened, so those stay rare.
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
