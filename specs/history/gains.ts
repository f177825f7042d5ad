import { changesOf, type HistoryEvent } from '../event.ts';
import { outstandingRewards } from '../tables/distribution.ts';
import type { Hex } from '../value.ts';
import { amountsOf, type Amounts } from './accrued.ts';

/** A validator whose outstanding rewards in a denomination grew in a block. */
export interface Gain {
  readonly operator: Hex;
  readonly denom: string;
}

/** The validators that get rewards, by their outstanding rewards in the distribution module. */
export class Gains {
  readonly #owed = new Map<Hex, Amounts>();

  /** Call it with every event. Returns the growth. Withdrawals in the same block can hide it. */
  observe(event: HistoryEvent): readonly Gain[] {
    return changesOf(event, outstandingRewards).flatMap(({ key: operator, row }) => {
      const before = this.#owed.get(operator);
      const now = amountsOf(row?.rewards ?? []);
      this.#owed.set(operator, now);
      return [...now].flatMap(([denom, amount]) => (amount > (before?.get(denom) ?? 0n) ? [{ operator, denom }] : []));
    });
  }
}
