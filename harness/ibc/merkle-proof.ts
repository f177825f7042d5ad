import type { Value } from '../../specs/value.ts';
import type { Codec } from '../codec/codec.ts';
import { listIn, messageIn, textIn } from '../observe/fields.ts';

/**
 * `ibc.core.commitment.v1.MerkleProof` from the proof of an ABCI query: the list of its proofs, the innermost first
 * (ICS-23).
 */
export function merkleProof(codec: Codec, proofOps: Value): Buffer {
  const proofs = listIn(messageIn(proofOps, 'proof_ops')['ops'], 'proof_ops.ops').map((op, i) => {
    const place = `proof_ops.ops[${i}]`;
    const data = textIn(messageIn(op, place)['data'], `${place}.data`);
    return codec.decode('cosmos.ics23.v1.CommitmentProof', Buffer.from(data, 'hex'));
  });
  return Buffer.from(codec.encode('ibc.core.commitment.v1.MerkleProof', { proofs }));
}
