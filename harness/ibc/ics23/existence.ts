import type { Hex } from '../../../specs/value.ts';
import { sha256 } from '../../../model/consensus/merkle.ts';
import { withLength } from '../../codec/with-length.ts';
import type { ExistenceProof, InnerOp, LeafOp } from './messages.ts';
import type { TreeSpec } from './spec.ts';

const MOST_LAYERS = 128;
/** What a leaf begins with, and an inner node must not. */
const LEAF = '00';

/**
 * The root of the tree in which this entry stands (ICS-23, `verifyExistence`); `undefined` when the proof is not of
 * such a tree.
 */
export function rootOf({ key, value, leaf, path }: ExistenceProof, spec: TreeSpec): Hex | undefined {
  if (leaf === null || key === '' || value === '') return undefined;
  if (!isLeaf(leaf, spec) || path.length > MOST_LAYERS) return undefined;
  let hash = sha256(Buffer.concat([bytes(leaf.prefix), withLength(bytes(key)), withLength(sha256(bytes(value)))]));
  for (const [i, step] of path.entries()) {
    if (!isInner(step, spec, i + 1)) return undefined;
    hash = sha256(Buffer.concat([bytes(step.prefix), hash, bytes(step.suffix)]));
  }
  return hash.toString('hex');
}

function isLeaf({ hash, prehash_key, prehash_value, length, prefix }: LeafOp, { numbered }: TreeSpec): boolean {
  const fits = hash === 'SHA256' && prehash_key === 'NO_HASH' && prehash_value === 'SHA256' && length === 'VAR_PROTO';
  return fits && prefix.startsWith(LEAF) && (!numbered || numbersEnd(prefix, 0) === prefix.length / 2);
}

function isInner({ hash, prefix, suffix }: InnerOp, spec: TreeSpec, layer: number): boolean {
  const size = prefix.length / 2;
  if (hash !== 'SHA256' || prefix.startsWith(LEAF)) return false;
  if (size < spec.minPrefix || size > spec.maxPrefix + spec.childSize) return false;
  if ((suffix.length / 2) % spec.childSize !== 0) return false;
  if (!spec.numbered) return true;
  const end = numbersEnd(prefix, layer);
  // The length byte of the child follows, or a whole left sibling and then that byte.
  return end !== undefined && (size - end === 1 || size - end === spec.childSize + 1);
}

/**
 * Where the three numbers at the beginning of an IAVL node end: height, which is at least `least`, size and version.
 * `undefined` when they are none.
 */
function numbersEnd(prefix: Hex, least: number): number | undefined {
  const content = bytes(prefix);
  let at = 0;
  for (let i = 0; i < 3; i++) {
    let value = 0n;
    let shift = 0n;
    let byte: number | undefined;
    do {
      byte = content[at++];
      if (byte === undefined || shift > 63n) return undefined;
      value |= BigInt(byte & 0x7f) << shift;
      shift += 7n;
    } while (byte >= 0x80);
    // Zigzag: an odd one is negative.
    if (value % 2n !== 0n) return undefined;
    if (i === 0 && value / 2n < BigInt(least)) return undefined;
  }
  return at;
}

function bytes(hex: Hex): Buffer {
  return Buffer.from(hex, 'hex');
}
