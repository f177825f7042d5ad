import type { Hex } from '../../specs/value.ts';
import { sha256 } from '../consensus/merkle.ts';

/** What the leaf of a tree holds beside key and value: in an IAVL tree height 0, size 1 and version 1, in varints. */
const IAVL_LEAF = Buffer.of(0, 2, 2);
const SIMPLE_LEAF = Buffer.of(0);
const STORE = Buffer.from('ibc');

/** A leaf that is a whole tree, as ICS-23 proves it: no other entry stands beside it. */
export interface LoneLeaf {
  readonly key: Buffer;
  readonly value: Buffer;
  readonly prefix: Buffer;
}

/** The trees of a state that holds one entry of the store `ibc` and nothing else (ICS-23), the inner one first. */
export function loneEntry(path: string, value: Hex): { readonly leaves: readonly LoneLeaf[]; readonly root: Hex } {
  const entry = { key: Buffer.from(path), value: Buffer.from(value, 'hex'), prefix: IAVL_LEAF };
  const store = { key: STORE, value: rootOf(entry), prefix: SIMPLE_LEAF };
  return { leaves: [entry, store], root: rootOf(store).toString('hex') };
}

/** The hash of a leaf: its key with its length, and the hash of its value with its own. */
function rootOf({ key, value, prefix }: LoneLeaf): Buffer {
  const hashed = sha256(value);
  return sha256(Buffer.concat([prefix, lengthOf(key), key, lengthOf(hashed), hashed]));
}

/** A length as a varint. Keys of packets are shorter than 128 bytes. */
function lengthOf({ length }: Buffer): Buffer {
  if (length > 127) throw new Error('a key that is too long for one byte of length');
  return Buffer.of(length);
}
