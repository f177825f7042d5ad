import type { ChainName } from '../../specs/block.ts';
import type { ChainGenesis, ConsumerGenesis } from '../../specs/genesis.ts';
import type { Nanos } from '../../specs/value.ts';
import type { BlockOrder, FaultOrder } from '../../traces/world/order.ts';
import type { World } from '../../traces/world/world.ts';
import type { Resumption } from '../../model/chain.ts';
import type { Replayed, Resumed, Started } from '../facts/answers.ts';
import type { BlockFact } from '../facts/block-fact.ts';
import type { QueriedChain } from '../facts/queried-chain.ts';
import type { Program } from '../releases/program.ts';

/** Who decides the blocks of the chains: the harness itself (`lockstep`), or real nodes that it follows (`cometbft`). */
export interface Engine {
  /** Carries an order out: all the blocks that come of it, each when the world has taken in those before. */
  blocks(world: World, order: BlockOrder): AsyncIterable<BlockFact>;
  /** Blocks that the chains have made since without any order. */
  catchUp(): AsyncIterable<BlockFact>;
  /** Lets the time of a block pass that a chain must not make, for too few of its nodes are there. */
  idle(order: BlockOrder): AsyncIterable<BlockFact>;
  /** When the provider starts; by default at the time with which every trace begins. */
  readonly genesisTime?: Nanos;
}

/** A real chain: its program, wherever and however often it runs. */
export interface RunningChain extends QueriedChain {
  readonly name: ChainName;
  /** Milliseconds in which the program owed an answer. */
  readonly waited: number;
  start(genesis: ChainGenesis): Promise<Started>;
  /** Kills the program, between two blocks when the harness decides them, and starts it again: it goes on from where it was, as far as it tells. */
  restart(): Promise<readonly Replayed[]>;
  /**
   * Ends the program, lets it export its state, and starts a new one from that; it goes on at the next height. Only where
   * the harness decides the blocks.
   */
  resume?(began: Resumption): Promise<Resumed>;
  /**
   * Puts another program in the place of the one that has stopped for it, with a genesis of its CCV module beside it
   * (ADR-010); it goes on at the next height. Only where the harness decides the blocks.
   */
  changeOver?(program: Program, genesis: ConsumerGenesis): Promise<Started>;
  /** Does to a node what a fault says; where the harness decides the blocks, they only lack its votes. */
  disturb(order: FaultOrder): Promise<void>;
  /** Ends the program and removes what it left; safe to call twice. */
  stop(): Promise<void>;
}
