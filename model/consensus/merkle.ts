import { hash } from 'node:crypto';

/** The SHA-256 of bytes. */
export function sha256(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}

const LEAF = Buffer.of(0);
const INNER = Buffer.of(1);
const EMPTY = Buffer.alloc(0);

/** The root of a Merkle tree over `leaves` as CometBFT builds it (RFC 6962, section 2.1). */
export function merkleRoot(leaves: readonly Uint8Array[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return sha256(EMPTY);
  if (leaves.length === 1) return sha256(Buffer.concat([LEAF, first]));
  const split = splitPoint(leaves.length);
  return sha256(Buffer.concat([INNER, merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split))]));
}

/** The largest power of two below `length`, which must be 2 or more. */
function splitPoint(length: number): number {
  return 2 ** (31 - Math.clz32(length - 1));
}
