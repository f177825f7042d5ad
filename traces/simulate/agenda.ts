import type { Tx } from '../../specs/block.ts';
import type { Action } from '../../specs/generated/trace.ts';
import { kindOf } from '../actions/index.ts';
import type { Order } from '../world/order.ts';
import { waitsForChangeover, type Chain, type World } from '../world/world.ts';

/** An action that did nothing, and why. */
export interface LeftOut {
  /** Its index in the trace. */
  readonly index: number;
  readonly kind: Action['kind'];
  /** In words. */
  readonly reason: string;
}

/** What an action can change without an order. */
type Stamp = ReadonlyMap<Chain, { readonly over: boolean; readonly waiting: readonly Tx[] }>;

/**
 * Plans the actions of a trace, one after the other, and notes those that do nothing: their plan gives no order that can
 * be carried out, no transaction waits for a block because of them, and no chain ends.
 */
export class Agenda {
  readonly #world: World;
  readonly #leftOut: LeftOut[] = [];
  /** Which action a transaction is from. */
  readonly #senders = new Map<Tx, Omit<LeftOut, 'reason'>>();

  constructor(world: World) {
    this.#world = world;
  }

  /** The actions that have done nothing so far. */
  get leftOut(): readonly LeftOut[] {
    return this.#leftOut;
  }

  /** The orders of an action, for the world as it is after each. */
  *orders(action: Action, index: number): Generator<Order, void, void> {
    const world = this.#world;
    const before = stampOf(world);
    const plan = kindOf(action).plan(world, action)[Symbol.iterator]();
    let [isDone, reason]: [boolean, string | undefined] = [false, undefined];
    for (let next = plan.next(); ; next = plan.next()) {
      if (next.done === true) {
        reason ??= next.value ?? undefined;
        break;
      }
      const refusal = world.refusalOf(next.value);
      if (refusal === undefined) isDone = true;
      else reason ??= refusal;
      yield next.value;
    }
    const place = { index, kind: action.kind };
    if (this.#takeIn(before, place) || isDone) return;
    this.#leftOut.push({ ...place, reason: reason ?? whyNothing(world, action) });
  }

  /** The trace is over: an action whose transaction still waits has done nothing either. */
  end(): void {
    for (const { name, mempool } of this.#world.chains.values()) {
      for (const tx of mempool.waiting) {
        const place = this.#senders.get(tx);
        if (place !== undefined) this.#leftOut.push({ ...place, reason: `no block of ${name} took its transaction` });
      }
    }
    this.#leftOut.sort((a, b) => a.index - b.index);
  }

  /** Whether anything has changed that no order stands for. */
  #takeIn(before: Stamp, place: Omit<LeftOut, 'reason'>): boolean {
    let isChanged = false;
    for (const chain of this.#world.chains.values()) {
      const known = before.get(chain);
      if (chain.over && known?.over === false) isChanged = true;
      const { waiting } = chain.mempool;
      if (waiting === known?.waiting) continue;
      const isHeard = !chain.over || waitsForChangeover(chain);
      for (const tx of waiting) {
        if (known?.waiting.includes(tx) === true || this.#senders.has(tx)) continue;
        if (!isHeard) continue;
        this.#senders.set(tx, place);
        isChanged = true;
      }
    }
    return isChanged;
  }
}

function stampOf(world: World): Stamp {
  return new Map(
    [...world.chains.values()].map((chain) => [chain, { over: chain.over, waiting: chain.mempool.waiting }]),
  );
}

/** Why an action has done nothing whose plan does not say it. */
function whyNothing(world: World, action: Action): string {
  const named = [
    ...('consumer' in action && typeof action.consumer === 'string' ? [action.consumer] : []),
    ...('chain' in action && typeof action.chain === 'string' ? [action.chain] : []),
  ];
  for (const name of [...named, 'provider']) {
    const chain = world.chains.get(name);
    if (chain === undefined) return `${name} has not started`;
    if (chain.over) return `${name} makes no more blocks`;
  }
  return 'there was nothing that it could act on';
}
