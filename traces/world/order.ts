import type { ChainName, Misbehavior, Tx } from '../../specs/block.ts';
import type { ChainGenesis } from '../../specs/genesis.ts';
import type { Hex } from '../../specs/value.ts';

/** Starts a consumer's program. */
export interface StartOrder {
  readonly kind: 'start';
  readonly chain: ChainName;
  readonly genesis: ChainGenesis;
}

/** Makes one block of a chain, with the transactions that wait for it and those of the order. */
export interface BlockOrder {
  readonly kind: 'block';
  readonly chain: ChainName;
  /** How much time passes before the block; the first block of a chain has the time of its genesis. */
  readonly seconds: number;
  /** Consensus addresses of those who do not sign this block. */
  readonly absent: ReadonlySet<Hex>;
  readonly misbehavior: readonly Misbehavior[];
  /** After those that wait. */
  readonly txs: readonly Tx[];
}

/** Kills the program of a chain and starts it again, which nobody else notices. */
export interface RestartOrder {
  readonly kind: 'restart';
  readonly chain: ChainName;
}

/** What an action comes down to: a chain that starts, a block, a program that starts again. */
export type Order = StartOrder | BlockOrder | RestartOrder;

/** An empty block a second after the one before, for all that wait. */
export function blockOf(chain: ChainName, order: Partial<Omit<BlockOrder, 'kind' | 'chain'>> = {}): BlockOrder {
  return { kind: 'block', chain, seconds: 1, absent: new Set(), misbehavior: [], txs: [], ...order };
}
