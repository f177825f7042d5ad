import type { ProofClaim } from '../../specs/claim.ts';
import type { Hex } from '../../specs/value.ts';
import { loneEntry, type LoneLeaf } from '../../model/ibc/lone-entry.ts';
import type { Codec } from '../codec/codec.ts';

/**
 * `ibc.core.commitment.v1.MerkleProof` of the only entry of a state that no program has: each of its two trees is one
 * leaf, so that the entry leads to the root without a step between (ICS-23). Only hashes of packets are proven so.
 */
export function forgedProof(codec: Codec, { path, row, root }: ProofClaim): Hex {
  if (typeof row !== 'string') throw new Error(`a state of nobody holds only hashes, not ${path}`);
  const entry = loneEntry(path, row);
  if (entry.root !== root) throw new Error(`the claim says root ${root} for ${path}, which makes ${entry.root}`);
  const proofs = entry.leaves.map(existence);
  return Buffer.from(codec.encode('ibc.core.commitment.v1.MerkleProof', { proofs })).toString('hex');
}

function existence({ key, value, prefix }: LoneLeaf) {
  return {
    exist: {
      key: key.toString('hex'),
      value: value.toString('hex'),
      leaf: {
        hash: 'SHA256',
        prehash_key: 'NO_HASH',
        prehash_value: 'SHA256',
        length: 'VAR_PROTO',
        prefix: prefix.toString('hex'),
      },
      path: [],
    },
  };
}
