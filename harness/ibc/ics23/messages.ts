import type { Hex } from '../../../specs/value.ts';

/** `cosmos.ics23.v1.LeafOp`. */
export interface LeafOp {
  readonly hash: string;
  readonly prehash_key: string;
  readonly prehash_value: string;
  readonly length: string;
  readonly prefix: Hex;
}

/** `cosmos.ics23.v1.InnerOp`. */
export interface InnerOp {
  readonly hash: string;
  readonly prefix: Hex;
  readonly suffix: Hex;
}

/** `cosmos.ics23.v1.ExistenceProof`. */
export interface ExistenceProof {
  readonly key: Hex;
  readonly value: Hex;
  readonly leaf: LeafOp | null;
  readonly path: readonly InnerOp[];
}

/** `cosmos.ics23.v1.NonExistenceProof`. */
export interface NonExistenceProof {
  readonly key: Hex;
  readonly left: ExistenceProof | null;
  readonly right: ExistenceProof | null;
}

/** `cosmos.ics23.v1.CommitmentProof`: those of its members that chains make. */
export interface CommitmentProof {
  readonly exist?: ExistenceProof;
  readonly nonexist?: NonExistenceProof;
}

/** `ibc.core.commitment.v1.MerkleProof`: the innermost first. */
export interface MerkleProof {
  readonly proofs: readonly CommitmentProof[];
}
