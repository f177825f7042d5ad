import type { ChainName, Misbehavior, Tx } from '../../specs/block.ts';
import type { ChainGenesis, ConsumerGenesis } from '../../specs/genesis.ts';
import type { Hex } from '../../specs/value.ts';

/** Starts the program of a chain. */
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

/**
 * Ends the program of a chain after its last block, lets it export its state as a genesis, and starts a new program
 * from that, which goes on at the next height.
 */
export interface ExportOrder {
  readonly kind: 'export';
  readonly chain: ChainName;
}

/**
 * Puts the program of a consumer in the place of that of a chain which lived on its own and has stopped for it, with a
 * genesis for its CCV module beside it (ADR-010).
 */
export interface ChangeoverOrder {
  readonly kind: 'changeover';
  readonly chain: ChainName;
  readonly genesis: ConsumerGenesis;
}

/** What happens to a node of a chain, and how it ends. */
export const NODE_FAULTS = ['pause', 'resume', 'kill', 'revive', 'cut', 'heal', 'twin'] as const;
/** One of these. */
export type NodeFault = (typeof NODE_FAULTS)[number];

/** Does something to the node that votes with a key, or makes it well again. */
export interface FaultOrder {
  readonly kind: 'fault';
  readonly chain: ChainName;
  /** The address of the key. */
  readonly node: Hex;
  readonly fault: NodeFault;
}

/**
 * What an action comes down to: a chain that starts, a block, a program that starts again, one that starts from an
 * export, another program in its place, a fault.
 */
export type Order = StartOrder | BlockOrder | RestartOrder | ExportOrder | ChangeoverOrder | FaultOrder;

/** An empty block a second after the one before, for all that wait. */
export function blockOrder(chain: ChainName, order: Partial<Omit<BlockOrder, 'kind' | 'chain'>> = {}): BlockOrder {
  return { kind: 'block', chain, seconds: 1, absent: new Set(), misbehavior: [], txs: [], ...order };
}
