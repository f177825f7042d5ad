import type { ChainName, ConsensusValidator, Height } from './block.ts';
import type { Hex, Nanos, Value } from './value.ts';

/**
 * The content of a light client header of another chain (ICS-07), in place of its bytes.
 * The harness replaces a claim in a message with the real header and its real signatures.
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
  /** Addresses of the validators with a valid signature in the commit. */
  readonly signed: readonly Hex[];
  readonly trusted_height: Height;
  readonly trusted_validators: readonly ConsensusValidator[];
  /**
   * How the harness corrupts the real header. `signature`: the first signature of the commit, or all signatures that a
   * light client verifies. `app-hash`: after the header was signed, so that the commit is for another header.
   * `validators` and `trusted-validators`: the power of one member other than the proposer, so that the hash of the set
   * is wrong.
   */
  readonly tampered: '' | 'signature' | 'app-hash' | 'validators' | 'trusted-validators';
  /** Set in a field of the header type, not in an `Any`. */
  readonly bare?: true;
  /**
   * Set in a header of a conflicting pair: how it differs from other headers of its height. The chain need not have made
   * it. The other fields then contain only what differs from the header that the chain made.
   */
  readonly variant?: {
    /** The hash of the data of the block; empty for the block that the chain made. */
    readonly data_hash: Hex;
    /** The round in which the block was decided. */
    readonly round: number;
    /** Addresses of the validators whose precommit in the commit is nil; by default none. */
    readonly nil?: readonly Hex[];
  };
  /** Set if the chain made no such block: its validators sign forged headers. */
  readonly forged?: true;
};

/** Two conflicting headers of a chain (ICS-07, `Misbehaviour`), as claims. */
export type MisbehaviourClaim = {
  readonly '@type'?: '/ibc.lightclients.tendermint.v1.Misbehaviour';
  readonly client_id: string;
  readonly header_1: HeaderClaim;
  readonly header_2: HeaderClaim;
};

/**
 * The content of a proof of a counterparty's store (ICS-23): the state with this root contains `row` at `path`.
 * The harness replaces it with the real Merkle proof.
 */
export type ProofClaim = {
  readonly '@claim': 'proof';
  readonly chain: ChainName;
  /** The height of the proven state; the header of the next height contains its root. */
  readonly height: bigint;
  readonly root: Hex;
  /** The key in the `ibc` store, as text. */
  readonly path: string;
  /** The decoded entry; `null` proves its absence. */
  readonly row: Value;
  /** Set if the entry is the only one of a forged state. */
  readonly forged?: true;
};

/**
 * A vote of a validator (CometBFT, `Vote`) in place of its bytes. The harness signs it with the real key, unless it is
 * corrupted.
 */
export type VoteClaim = {
  readonly '@claim': 'vote';
  /** A chain whose program knows the encoding of votes. */
  readonly chain: ChainName;
  readonly type: 'prevote' | 'precommit';
  readonly height: bigint;
  readonly round: number;
  /** The hash of the block; empty for a nil vote. */
  readonly block: Hex;
  readonly time: Nanos;
  /** The validator address in the vote. */
  readonly validator: Hex;
  /** The address of the signing key. */
  readonly signer: Hex;
  /** The signed chain id. */
  readonly chain_id: string;
  /** Whether the harness corrupts the signature. */
  readonly tampered: boolean;
};
