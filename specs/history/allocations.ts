import { changesOf, type HistoryEvent } from '../event.ts';
import { rewardsAllocations } from '../tables/provider.ts';
import { ONE, type Dec } from '../value.ts';
import type { ConsumerId } from './consumer-ids.ts';
import { consumerOf } from './consumer-sets.ts';

/** A whole coin among amounts with decimals. */
export const WHOLE: Dec = ONE;

/** How what waits to be paid for a consumer in one denomination has changed. */
export interface AllocationChange {
  readonly consumerId: ConsumerId;
  readonly denom: string;
  readonly before: Dec;
  readonly after: Dec;
}

/** What the provider has taken in for each consumer and denomination and has not paid yet. */
export class Allocations {
  readonly #amounts = new Map<string, Dec>();

  /** To be told of every event. Gives what this block changed. */
  observe(event: HistoryEvent): readonly AllocationChange[] {
    if (event.kind !== 'provider') return [];
    return changesOf(event, rewardsAllocations).map(({ key, row }) => {
      const before = this.#amounts.get(key) ?? 0n;
      const after = row?.rewards[0]?.amount ?? 0n;
      if (after === 0n) this.#amounts.delete(key);
      else this.#amounts.set(key, after);
      const consumerId = consumerOf(key);
      return { consumerId, denom: key.slice(consumerId.length + 1), before, after };
    });
  }

  /** All that waits, by `{consumer id}/{denomination}`. */
  entries(): IterableIterator<[key: string, amount: Dec]> {
    return this.#amounts.entries();
  }

  /** What waits of a denomination, for all consumers together. */
  total(denom: string): Dec {
    let sum = 0n;
    for (const [key, amount] of this.#amounts) if (key.endsWith(`/${denom}`)) sum += amount;
    return sum;
  }
}

/** The changes by which something was paid. What arrives in the same block can hide a payment. */
export function payments(changes: readonly AllocationChange[]): readonly AllocationChange[] {
  return changes.filter(({ before, after }) => before - after >= WHOLE);
}
