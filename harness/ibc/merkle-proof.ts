import type { Value } from '../../specs/value.ts';
import type { Codec } from '../codec/codec.ts';
import { fieldsOf, listOf, textOf } from '../engines/lockstep/abci-values.ts';

/**
 * `ibc.core.commitment.v1.MerkleProof` from the proof of an ABCI query: the list of its proofs, the innermost first
 * (ICS-23).
 */
export function merkleProof(codec: Codec, proofOps: Value): Buffer {
  const proofs = listOf(fieldsOf(proofOps)['ops']).map((op) =>
    codec.decode('cosmos.ics23.v1.CommitmentProof', Buffer.from(textOf(fieldsOf(op)['data']), 'hex')),
  );
  return Buffer.from(codec.encode('ibc.core.commitment.v1.MerkleProof', { proofs }));
}
