import type { ChainName, ConsensusValidator, Height } from './block.ts';
import type { Hex, Nanos, Value } from './value.ts';

/**
 * What a light client header of another chain says (ICS-07), in place of its bytes.
 * The harness puts the real header with its real signatures where a message carries a claim.
 */
export type HeaderClaim = {
  readonly '@claim': 'header';
  readonly chain: ChainName;
  readonly chain_id: string;
  readonly height: Height;
  readonly time: Nanos;
  readonly app_hash: Hex;
  readonly next_validators_hash: Hex;
  readonly validators: readonly ConsensusValidator[];
  /** Addresses of the validators whose valid signature the commit holds. */
  readonly signed: readonly Hex[];
  readonly trusted_height: Height;
  readonly trusted_validators: readonly ConsensusValidator[];
  /**
   * What is wrong with the real header, where the harness breaks it on purpose: `signature`, the first one of the
   * commit, or any that a light client looks at; `app-hash`, after the header was signed, so that the commit is for
   * another one; `validators`, the power of one of them, and `trusted-validators` likewise, so that they hash to
   * something else while the proposer is still a member.
   */
  readonly tampered: '' | 'signature' | 'app-hash' | 'validators' | 'trusted-validators';
};

/**
 * What a proof of a counterparty's store says (ICS-23): under `path` of the state with this root stands `row`.
 * The harness puts the real Merkle proof in its place.
 */
export type ProofClaim = {
  readonly '@claim': 'proof';
  readonly chain: ChainName;
  /** The height whose committed state is proven; a header one higher carries its root. */
  readonly height: bigint;
  readonly root: Hex;
  /** The key in the `ibc` store, as text. */
  readonly path: string;
  /** The decoded entry; `null` proves that there is none. */
  readonly row: Value;
};
