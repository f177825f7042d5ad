import type { Block, ChainName, ValidatorUpdate } from '../../specs/block.ts';
import type { ChainGenesis } from '../../specs/genesis.ts';
import type { Hex, Value } from '../../specs/value.ts';
import type { Signing } from '../../model/chain.ts';
import type { Codec } from '../codec/codec.ts';

/** One write to a store that a commit made permanent; no value means a deletion. */
export interface StoreWrite {
  readonly store: string;
  readonly key: Buffer;
  readonly value: Buffer | undefined;
}

/** What a program answered to `InitChain`. */
export interface Started {
  readonly appHash: Hex;
  readonly validatorUpdates: readonly ValidatorUpdate[];
}

/** What a program answered to one block. */
export interface Produced {
  /** The state after this block. */
  readonly appHash: Hex;
  /** `ResponseFinalizeBlock`, decoded. */
  readonly response: Value;
  /** The transactions of the block, as the program got them. */
  readonly txs: readonly Uint8Array[];
  /** In the order in which they were made; only the last one of a key counts. Those of the genesis come with block 1. */
  readonly writes: readonly StoreWrite[];
}

/** The answer to an ABCI query. */
export interface Answer {
  readonly code: number;
  readonly codespace: string;
  readonly value: Buffer;
  readonly height: bigint;
  /** `ibc.core.commitment.v1.MerkleProof`, when asked for. */
  readonly proof?: Buffer;
}

/** A real chain: one program and the engine that makes its blocks. */
export interface RunningChain {
  readonly name: ChainName;
  readonly codec: Codec;
  /** Milliseconds in which the program owed an answer. */
  readonly waited: number;
  start(genesis: ChainGenesis): Promise<Started>;
  /**
   * Makes the block: puts the real header and proof where a message carries a claim, signs the transactions,
   * and signs the block with all validators but `absent` (addresses of 20 bytes).
   */
  produce(block: Block, signings: readonly Signing[], absent: ReadonlySet<Hex>): Promise<Produced>;
  query(
    path: string,
    data: Uint8Array,
    options?: { readonly height?: bigint; readonly prove?: boolean },
  ): Promise<Answer>;
  /** Kills the program between two blocks and starts it again: it goes on from where it was. */
  restart(): Promise<void>;
  /** Ends the program and removes what it left; safe to call twice. */
  stop(): Promise<void>;
}
