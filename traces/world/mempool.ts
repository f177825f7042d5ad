import type { Tx } from '../../specs/block.ts';

/** The transactions that wait for the next block of a chain, in order of arrival. */
export class Mempool {
  #waiting: readonly Tx[] = [];

  get waiting(): readonly Tx[] {
    return this.#waiting;
  }

  add(tx: Tx): void {
    this.#waiting = [...this.#waiting, tx];
  }

  /** Replaces the last transaction, if any. */
  replaceLast(replace: (tx: Tx) => Tx): void {
    const last = this.#waiting.at(-1);
    if (last !== undefined) this.#waiting = [...this.#waiting.slice(0, -1), replace(last)];
  }

  /** Removes all transactions. */
  takeAll(): readonly Tx[] {
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }

  /** Removes the transactions that are in a block. */
  drop(included: readonly Tx[]): void {
    if (this.#waiting.length === 0) return;
    const gone = new Set(included);
    this.#waiting = this.#waiting.filter((tx) => !gone.has(tx));
  }
}
