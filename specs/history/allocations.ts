import { changesOf, type HistoryEvent } from '../event.ts';
import { rewardsAllocations } from '../tables/provider.ts';
import { ONE, type Dec } from '../value.ts';
import type { ConsumerId } from './consumer-ids.ts';
import { consumerOf } from './consumer-sets.ts';

/** One whole coin as an amount with decimals. */
export const WHOLE: Dec = ONE;

/** A change of the rewards in one denomination that are allocated to a consumer. */
export interface AllocationChange {
  readonly consumerId: ConsumerId;
  readonly denom: string;
  readonly before: Dec;
  readonly after: Dec;
}

/** The rewards that the provider has allocated to each consumer, by denomination, and not paid yet. */
export class Allocations {
  readonly #amounts = new Map<string, Dec>();

  /** Call it with every event. Returns the changes of this block. */
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

  /** All allocations, by `{consumer id}/{denomination}`. */
  entries(): IterableIterator<[key: string, amount: Dec]> {
    return this.#amounts.entries();
  }

  /** The allocations in a denomination, summed over all consumers. */
  total(denom: string): Dec {
    let sum = 0n;
    for (const [key, amount] of this.#amounts) if (key.endsWith(`/${denom}`)) sum += amount;
    return sum;
  }
}

/** The changes that paid something. Rewards that arrive in the same block can hide a payment. */
export function payments(changes: readonly AllocationChange[]): readonly AllocationChange[] {
  return changes.filter(({ before, after }) => before - after >= WHOLE);
}
