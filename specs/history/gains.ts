import { changesOf, type HistoryEvent } from '../event.ts';
import { outstandingRewards } from '../tables/distribution.ts';
import type { Hex } from '../value.ts';
import { amountsOf, type Amounts } from './accrued.ts';

/** A validator is owed more of a denomination than before a block. */
export interface Gain {
  readonly operator: Hex;
  readonly denom: string;
}

/** Which validators earn, by what the distribution module owes them and their delegators. */
export class Gains {
  readonly #owed = new Map<Hex, Amounts>();

  /** To be told of every event. Gives who is owed more after it; what is withdrawn in the same block can hide that. */
  observe(event: HistoryEvent): readonly Gain[] {
    return changesOf(event, outstandingRewards).flatMap(({ key: operator, row }) => {
      const before = this.#owed.get(operator);
      const now = amountsOf(row?.rewards ?? []);
      this.#owed.set(operator, now);
      return [...now].flatMap(([denom, amount]) => (amount > (before?.get(denom) ?? 0n) ? [{ operator, denom }] : []));
    });
  }
}
