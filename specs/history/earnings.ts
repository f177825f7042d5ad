import { changesOf, type HistoryEvent } from '../event.ts';
import { feePool, outstandingRewards } from '../tables/distribution.ts';
import type { Dec } from '../value.ts';

/** What validators and the community pool have earned, by denomination. */
export class Earnings {
  readonly #rows = new Map<string, readonly { readonly denom: string; readonly amount: Dec }[]>();

  /** Call it with every event. Returns by how much the event increased it. */
  observe(event: HistoryEvent): ReadonlyMap<string, Dec> {
    const more = new Map<string, Dec>();
    const change = (key: string, coins: readonly { readonly denom: string; readonly amount: Dec }[]): void => {
      for (const { denom, amount } of this.#rows.get(key) ?? []) more.set(denom, (more.get(denom) ?? 0n) - amount);
      for (const { denom, amount } of coins) more.set(denom, (more.get(denom) ?? 0n) + amount);
      this.#rows.set(key, coins);
    };
    for (const { key, row } of changesOf(event, outstandingRewards)) change(key, row?.rewards ?? []);
    for (const { row } of changesOf(event, feePool)) change('', row?.community_pool ?? []);
    return more;
  }
}
