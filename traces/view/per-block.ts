import type { World } from '../world/world.ts';

/** Caches a result until any chain makes a block or starts. In between only the mempools change. */
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
