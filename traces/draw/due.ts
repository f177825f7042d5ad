import * as fc from 'fast-check';
import type { Due } from '../view/index.ts';
import type { World } from '../world/world.ts';
import { someStartedConsumer } from './names.ts';

/** Something to relay; sometimes nothing is due there. */
export function someDue(world: World, due: readonly Due[]): fc.Arbitrary<Due> {
  const any = fc.record({
    consumer: someStartedConsumer(world),
    to: fc.constantFrom('provider' as const, 'consumer' as const),
    channel: fc.constantFrom('ccv' as const, 'transfer' as const),
  });
  if (due.length === 0) return any;
  return fc.oneof({ weight: 15, arbitrary: fc.constantFrom(...due) }, { weight: 1, arbitrary: any });
}
