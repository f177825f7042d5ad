import type { ProofClaim } from '../../specs/claim.ts';
import type { Hex, Value } from '../../specs/value.ts';
import { rowAt } from '../../model/ibc/path.ts';
import type { Codec } from '../codec/codec.ts';
import { valueReader } from '../observe/read-value.ts';
import { rootWithout } from './ics23/absence.ts';
import { rootOf } from './ics23/existence.ts';
import type { CommitmentProof, MerkleProof } from './ics23/messages.ts';
import { IAVL, SIMPLE } from './ics23/spec.ts';

/** The store whose entries other chains ask proofs of (ICS-24). */
const STORE = Buffer.from('ibc').toString('hex');

/**
 * What a Merkle proof says (`ibc.core.commitment.v1.MerkleProof`, encoded): the reverse of making one. Bytes that
 * prove nothing, or something of another store, stay what they are. Whose state it is, the proof does not say.
 */
export function proofClaim(codec: Codec, bytes: Hex, height: bigint): ProofClaim | Hex {
  const [inner, outer, ...more] = proofsIn(codec, bytes);
  if (inner === undefined || outer?.exist === undefined || more.length > 0) return bytes;
  const { key: store, value: root } = outer.exist;
  const appHash = rootOf(outer.exist, SIMPLE);
  const proven = provenIn(codec, inner, root);
  if (store !== STORE || appHash === undefined || proven === undefined) return bytes;
  return { '@claim': 'proof', chain: '', height, root: appHash, ...proven };
}

function proofsIn(codec: Codec, bytes: Hex): readonly CommitmentProof[] {
  try {
    // The program's own schema has decoded it.
    return (codec.decode('ibc.core.commitment.v1.MerkleProof', Buffer.from(bytes, 'hex')) as unknown as MerkleProof)
      .proofs;
  } catch {
    return [];
  }
}

function provenIn(
  codec: Codec,
  { exist, nonexist }: CommitmentProof,
  root: Hex,
): Pick<ProofClaim, 'path' | 'row'> | undefined {
  if (exist !== undefined) {
    if (rootOf(exist, IAVL) !== root) return undefined;
    const path = textOf(exist.key);
    return { path, row: rowUnder(codec, path, exist.value) };
  }
  if (nonexist === undefined || rootWithout(nonexist, IAVL) !== root) return undefined;
  return { path: textOf(nonexist.key), row: null };
}

/** The entry under a path as its table reads it; the bytes where no table does. */
function rowUnder(codec: Codec, path: string, value: Hex): Value {
  const found = rowAt(path);
  if (found === undefined) return value;
  try {
    return valueReader(found.table.value, codec)(Buffer.from(value, 'hex'));
  } catch {
    return value;
  }
}

function textOf(key: Hex): string {
  return Buffer.from(key, 'hex').toString();
}
