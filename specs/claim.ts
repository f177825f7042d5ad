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
  /** Set where it stands in a field of its own type, and not in an `Any`. */
  readonly bare?: true;
  /**
   * Set where a header is one of two that are shown together: by what else it differs from others of its height. Where
   * it is set, the chain need not have made it; its other fields say what does not follow from the one that it made.
   */
  readonly variant?: {
    /** A hash of what is in the block; empty for that of the block that the chain made. */
    readonly data_hash: Hex;
    /** The round in which it was decided. */
    readonly round: number;
    /** Addresses of the validators whose precommit in the commit is for no block; by default none. */
    readonly nil?: readonly Hex[];
  };
  /** Set when no block of the chain stands behind it: its validators sign what they like. */
  readonly forged?: true;
};

/** Two headers of a chain that can't both be true (ICS-07, `Misbehaviour`), with claims in their places. */
export type MisbehaviourClaim = {
  readonly '@type'?: '/ibc.lightclients.tendermint.v1.Misbehaviour';
  readonly client_id: string;
  readonly header_1: HeaderClaim;
  readonly header_2: HeaderClaim;
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
  /** Set when the entry is the only one of a state that no program has. */
  readonly forged?: true;
};

/**
 * A vote of a validator (CometBFT, `Vote`) in place of its bytes. The harness signs it with the real key, unless it is
 * tampered with.
 */
export type VoteClaim = {
  readonly '@claim': 'vote';
  /** A chain whose program knows how votes are written. */
  readonly chain: ChainName;
  readonly type: 'prevote' | 'precommit';
  readonly height: bigint;
  readonly round: number;
  /** The hash of the block that it is for; empty when it is for none. */
  readonly block: Hex;
  readonly time: Nanos;
  /** The address of the validator that it names. */
  readonly validator: Hex;
  /** The address of the key that signs. */
  readonly signer: Hex;
  /** The chain id that is signed. */
  readonly chain_id: string;
  /** Whether the signature is broken. */
  readonly tampered: boolean;
};
