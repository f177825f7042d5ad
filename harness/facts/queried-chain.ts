import type { Codec } from '../codec/codec.ts';

/** The response to an ABCI query. */
export interface AbciAnswer {
  readonly code: number;
  readonly codespace: string;
  readonly value: Buffer;
  readonly height: bigint;
  /** `ibc.core.commitment.v1.MerkleProof`, when asked for. */
  readonly proof?: Buffer;
}

/** A chain whose program answers ABCI queries. */
export interface QueriedChain {
  /** The messages of its program. */
  readonly codec: Codec;
  query(
    path: string,
    data: Uint8Array,
    options?: { readonly height?: bigint; readonly prove?: boolean },
  ): Promise<AbciAnswer>;
}
