import type { World } from '../world/world.ts';

/** Computes once until any chain of the world makes a block or starts: in between nothing changes but what waits. */
export function perBlock<Result>(compute: (world: World) => Result): (world: World) => Result {
  const known = new WeakMap<World, { readonly stamp: string; readonly result: Result }>();
  return (world) => {
    const stamp = [...world.chains.values()].map(({ height }) => height).join();
    const found = known.get(world);
    if (found?.stamp === stamp) return found.result;
    const result = compute(world);
    known.set(world, { stamp, result });
    return result;
  };
}
