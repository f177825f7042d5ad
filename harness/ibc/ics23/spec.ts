/** What a kind of Merkle tree looks like (ICS-23, `ProofSpec`), as far as the two kinds of a chain differ. */
export interface TreeSpec {
  /** Bytes of a hash as an inner node holds it. */
  readonly childSize: number;
  /** The least and the most bytes before the first child of an inner node. */
  readonly minPrefix: number;
  readonly maxPrefix: number;
  /** Whether nodes begin with height, size and version as varints. */
  readonly numbered: boolean;
}

/** The tree of one store. */
export const IAVL: TreeSpec = { childSize: 33, minPrefix: 4, maxPrefix: 12, numbered: true };

/** The tree over the roots of all stores. */
export const SIMPLE: TreeSpec = { childSize: 32, minPrefix: 1, maxPrefix: 1, numbered: false };
