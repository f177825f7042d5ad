import type { ChainName } from '../../specs/block.ts';
import type { Hex, Nanos } from '../../specs/value.ts';
import type { Step } from '../../model/chain.ts';
import type { ChainState } from './chain-state.ts';
import { afterBlock, afterChangeover, afterExport, afterHalt, afterStart } from './commit.ts';
import type { WorldModel } from './model.ts';
import type { ChangeoverOrder, StartOrder } from './order.ts';
import type { ExportStep, Prepared } from './predict.ts';

/** What becomes of the new state of a chain, and of what was kept of it before. */
type Keep<Kept> = (state: ChainState, known: Kept | undefined) => Kept;

/** The chains of a run and where each stands. What it predicts changes nothing; what it commits moves one chain on. */
export class Network<Kept extends ChainState = ChainState> {
  readonly model: WorldModel;
  readonly #chains = new Map<ChainName, Kept>();
  readonly #keep: Keep<Kept>;
  #clock: Nanos = 0n;

  protected constructor(model: WorldModel, keep: Keep<Kept>) {
    this.model = model;
    this.#keep = keep;
  }

  /** A network without any chain that keeps the newest state of each. */
  static of(model: WorldModel): Network {
    return new Network<ChainState>(model, (state) => state);
  }

  /** The time that all chains share: that of the newest block or start of any of them. */
  get clock(): Nanos {
    return this.#clock;
  }

  get chains(): ReadonlyMap<ChainName, Kept> {
    return this.#chains;
  }

  /** The chain with this name. Throws if it has not started. */
  chain(name: ChainName): Kept {
    const chain = this.#chains.get(name);
    if (chain === undefined) throw new Error(`the chain ${name} has not started`);
    return chain;
  }

  /** The name of the chain with this chain id; the chain id itself while no such chain has started. */
  nameOf(chainId: string): ChainName {
    for (const { name, genesis } of this.#chains.values()) if (genesis.chainId === chainId) return name;
    return chainId;
  }

  /** Takes a chain in that the model and its program have started. */
  commitStart(order: StartOrder, step: Step, appHash: Hex | undefined): void {
    this.#move(afterStart(order, step, appHash));
  }

  /** Takes a block in, with the app hash that the program answered. */
  commitBlock(prepared: Prepared, appHash: Hex | undefined): void {
    this.#move(afterBlock(this.chain(prepared.chain), prepared, appHash));
  }

  /** Takes a chain in that has started again from an export. */
  commitExport(name: ChainName, exported: ExportStep, appHash: Hex | undefined): void {
    this.passTo(exported.began.time);
    this.#move(afterExport(this.chain(name), exported, appHash));
  }

  /** Replaces the program of a standalone chain by that of a consumer. */
  commitChangeover(order: Pick<ChangeoverOrder, 'chain' | 'genesis'>): void {
    this.#move(afterChangeover(this.chain(order.chain), this.model, order));
  }

  /** Ends a chain whose program has stopped itself, in a block of this time if it was in one. */
  commitHalt(name: ChainName, time = this.#clock): void {
    this.passTo(time);
    this.#move(afterHalt(this.chain(name)));
  }

  /** Lets the time pass until then, unless it has. */
  passTo(time: Nanos): void {
    if (time > this.#clock) this.#clock = time;
  }

  #move(state: ChainState): void {
    this.passTo(state.time);
    this.#chains.set(state.name, this.#keep(state, this.#chains.get(state.name)));
  }
}
