import type { ChainName } from '../../specs/block.ts';
import type { Hex, Nanos } from '../../specs/value.ts';
import type { Step } from '../../model/chain.ts';
import type { ChainState } from './chain-state.ts';
import { afterBlock, afterChangeover, afterExport, afterHalt, afterStart } from './commit.ts';
import type { WorldModel } from './model.ts';
import type { ChangeoverOrder, StartOrder } from './order.ts';
import type { ExportStep, Prepared } from './predict.ts';

/** Combines the new state of a chain with what is kept of it. */
type Keep<Kept> = (state: ChainState, known: Kept | undefined) => Kept;

/** The chains of a run and their states. Predicting changes nothing. Committing advances one chain. */
export class Network<Kept extends ChainState = ChainState> {
  readonly model: WorldModel;
  readonly #chains = new Map<ChainName, Kept>();
  readonly #keep: Keep<Kept>;
  #clock: Nanos = 0n;

  protected constructor(model: WorldModel, keep: Keep<Kept>) {
    this.model = model;
    this.#keep = keep;
  }

  /** An empty network that keeps the newest state of each chain. */
  static of(model: WorldModel): Network {
    return new Network<ChainState>(model, (state) => state);
  }

  /** The common time of all chains: that of the newest block or start of any of them. */
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

  /** The name of the chain with this chain id, or the chain id itself if no such chain has started. */
  nameOf(chainId: string): ChainName {
    for (const { name, genesis } of this.#chains.values()) if (genesis.chainId === chainId) return name;
    return chainId;
  }

  /** Commits the start of a chain, with the app hash that its program returned. */
  commitStart(order: StartOrder, step: Step, appHash: Hex | undefined): void {
    this.#move(afterStart(order, step, appHash));
  }

  /** Commits a block, with the app hash that the program returned. */
  commitBlock(prepared: Prepared, appHash: Hex | undefined): void {
    this.#move(afterBlock(this.chain(prepared.chain), prepared, appHash));
  }

  /** Commits the restart of a chain from an exported genesis. */
  commitExport(name: ChainName, exported: ExportStep, appHash: Hex | undefined): void {
    this.passTo(exported.began.time);
    this.#move(afterExport(this.chain(name), exported, appHash));
  }

  /** Commits a changeover: replaces the program of a standalone chain by that of a consumer. */
  commitChangeover(order: Pick<ChangeoverOrder, 'chain' | 'genesis'>): void {
    this.#move(afterChangeover(this.chain(order.chain), this.model, order));
  }

  /** Commits the halt of a chain. `time` is that of the block in which its program stopped, if it was in a block. */
  commitHalt(name: ChainName, time = this.#clock): void {
    this.passTo(time);
    this.#move(afterHalt(this.chain(name)));
  }

  /** Advances the clock to this time, unless it is later already. */
  passTo(time: Nanos): void {
    if (time > this.#clock) this.#clock = time;
  }

  #move(state: ChainState): void {
    this.passTo(state.time);
    this.#chains.set(state.name, this.#keep(state, this.#chains.get(state.name)));
  }
}
