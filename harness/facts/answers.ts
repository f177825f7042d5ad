import type { TxResult, ValidatorUpdate } from '../../specs/block.ts';
import type { Hex } from '../../specs/value.ts';

/** One write to a store that a commit made permanent; no value means a deletion. */
export interface StoreWrite {
  readonly store: string;
  readonly key: Buffer;
  readonly value: Buffer | undefined;
}

/** What a program answered to `InitChain`. */
export interface Started {
  /** What it started from: the `app_state` of a genesis file. */
  readonly appState: Readonly<Record<string, unknown>>;
  readonly appHash: Hex;
  readonly validatorUpdates: readonly ValidatorUpdate[];
}

/** The app hash that a program answered first at one place, and the one that it tells there after a restart. */
export interface Replayed {
  readonly first: Hex;
  readonly again: Hex;
}

/** What a program that starts from its own export answered, and what stands in the genesis file beside the state. */
export interface Resumed extends Started {
  readonly exported: ExportedGenesis;
  /** What another program answered that was led through the same blocks to export the state. */
  readonly replayed: readonly Replayed[];
}

/** The parts of an exported genesis file that consensus reads. */
export interface ExportedGenesis {
  readonly chainId: string;
  readonly initialHeight: bigint;
  /** Without its key a node can make nothing of a validator. */
  readonly validators: readonly { readonly address: Hex; readonly pubKey: Hex | null; readonly power: bigint }[];
}

/** An event of a block, with its attributes by key; of equal keys the last one counts. */
export interface ChainEvent {
  readonly type: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** What a program answered to one transaction. */
export interface TxAnswer extends TxResult {
  /** Why it refused the transaction, in its own words. */
  readonly log: string;
  readonly events: readonly ChainEvent[];
}

/** What a program answered to a block (ABCI `ResponseFinalizeBlock`), read and checked. */
export interface BlockResponse {
  readonly txResults: readonly TxAnswer[];
  readonly validatorUpdates: readonly ValidatorUpdate[];
  /** The events of the block itself, beside those of its transactions. */
  readonly events: readonly ChainEvent[];
}

/** What a program answered to one block, and what it wrote. */
export interface Produced {
  /** The state after this block. */
  readonly appHash: Hex;
  readonly response: BlockResponse;
  /** The transactions of the block, as the program got them. */
  readonly txs: readonly Uint8Array[];
  /** In the order in which they were made; only the last one of a key counts. Those of the genesis come with block 1. */
  readonly writes: readonly StoreWrite[];
}
