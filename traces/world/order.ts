import type { ChainName, Misbehavior, Tx } from '../../specs/block.ts';
import type { ChainGenesis, ConsumerGenesis } from '../../specs/genesis.ts';
import type { Hex } from '../../specs/value.ts';

/** Starts the program of a chain. */
export interface StartOrder {
  readonly kind: 'start';
  readonly chain: ChainName;
  readonly genesis: ChainGenesis;
}

/** Makes one block of a chain, with the waiting transactions and those of the order. */
export interface BlockOrder {
  readonly kind: 'block';
  readonly chain: ChainName;
  /** Seconds since the newest block of any chain. The first block of a chain has the time of its genesis. */
  readonly seconds: number;
  /** Consensus addresses of the validators that do not sign this block. */
  readonly absent: ReadonlySet<Hex>;
  readonly misbehavior: readonly Misbehavior[];
  /** Come after the waiting transactions. */
  readonly txs: readonly Tx[];
}

/** Kills the program of a chain and restarts it. No other chain is affected. */
export interface RestartOrder {
  readonly kind: 'restart';
  readonly chain: ChainName;
}

/**
 * Stops the program of a chain after its last block, exports its state as a genesis, and starts a new program from this
 * genesis at the next height.
 */
export interface ExportOrder {
  readonly kind: 'export';
  readonly chain: ChainName;
}

/**
 * Replaces the program of a standalone chain, which has stopped at its upgrade height, by the program of a consumer with
 * a genesis for its CCV module (ADR-010).
 */
export interface ChangeoverOrder {
  readonly kind: 'changeover';
  readonly chain: ChainName;
  readonly genesis: ConsumerGenesis;
}

/** Faults of a node, and their ends. */
export const NODE_FAULTS = ['pause', 'resume', 'kill', 'revive', 'cut', 'heal', 'twin'] as const;
/** A fault of a node, or its end. */
export type NodeFault = (typeof NODE_FAULTS)[number];

/** Injects a fault into the node that votes with a key, or ends a fault. */
export interface FaultOrder {
  readonly kind: 'fault';
  readonly chain: ChainName;
  /** The address of the key. */
  readonly node: Hex;
  readonly fault: NodeFault;
}

/**
 * A step of an action: start a chain, make a block, restart a program, restart from an exported genesis, replace the
 * program, or inject a fault.
 */
export type Order = StartOrder | BlockOrder | RestartOrder | ExportOrder | ChangeoverOrder | FaultOrder;

/** An order for a block one second later, with the waiting transactions only. */
export function blockOrder(chain: ChainName, order: Partial<Omit<BlockOrder, 'kind' | 'chain'>> = {}): BlockOrder {
  return { kind: 'block', chain, seconds: 1, absent: new Set(), misbehavior: [], txs: [], ...order };
}
