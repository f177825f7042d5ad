import type { Tx } from '../../specs/block.ts';

/** The transactions that wait for the next block of a chain, in the order in which they came. */
export class Mempool {
  #waiting: readonly Tx[] = [];

  get waiting(): readonly Tx[] {
    return this.#waiting;
  }

  add(tx: Tx): void {
    this.#waiting = [...this.#waiting, tx];
  }

  /** Replaces the transaction that came last, if there is one. */
  replaceLast(replace: (tx: Tx) => Tx): void {
    const last = this.#waiting.at(-1);
    if (last !== undefined) this.#waiting = [...this.#waiting.slice(0, -1), replace(last)];
  }

  /** Takes all of them out. */
  takeAll(): readonly Tx[] {
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }

  /** Takes those out that have come into a block. */
  drop(included: readonly Tx[]): void {
    if (this.#waiting.length === 0) return;
    const gone = new Set(included);
    this.#waiting = this.#waiting.filter((tx) => !gone.has(tx));
  }
}
