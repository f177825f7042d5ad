import { byCodeUnits } from '../../specs/order.ts';
import type { StoreWrite } from '../facts/answers.ts';

/** The writes of a commit that count, by store and by key as latin1 text: the last one of each key. */
export type LastWrites = ReadonlyMap<string, ReadonlyMap<string, StoreWrite>>;

/**
 * Drops every write that a later one of the same commit overtook. A program commits its stores in an order that changes
 * from run to run (SDK, `rootmulti`), so they come in the order of their names here, and the keys of a store in theirs.
 */
export function lastWrites(writes: readonly StoreWrite[]): LastWrites {
  const stores = new Map<string, Map<string, StoreWrite>>();
  for (const write of writes) {
    let last = stores.get(write.store);
    if (last === undefined) stores.set(write.store, (last = new Map()));
    last.set(write.key.toString('latin1'), write);
  }
  return new Map([...stores].toSorted(byName).map(([store, last]) => [store, new Map([...last].toSorted(byName))]));
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return byCodeUnits(a, b);
}
