import type { StoreWrite } from '../engines/engine.ts';

/** The writes of a commit that count, by store and by key as latin1 text: the last one of each key. */
export type LastWrites = ReadonlyMap<string, ReadonlyMap<string, StoreWrite>>;

/** Drops every write that a later one of the same commit overtook. */
export function lastWrites(writes: readonly StoreWrite[]): LastWrites {
  const stores = new Map<string, Map<string, StoreWrite>>();
  for (const write of writes) {
    let last = stores.get(write.store);
    if (last === undefined) stores.set(write.store, (last = new Map()));
    last.set(write.key.toString('latin1'), write);
  }
  return stores;
}
