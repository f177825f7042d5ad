import type { VoteClaim } from '../../specs/claim.ts';
import type { Value } from '../../specs/value.ts';
import { consensusKeyAt } from '../../traces/setup/keys.ts';
import type { Codec } from '../codec/codec.ts';
import { signBytes } from './commit.ts';
import { NO_BLOCK, PARTS, type BlockId } from './header.ts';

const TYPES = { prevote: 'SIGNED_MSG_TYPE_PREVOTE', precommit: 'SIGNED_MSG_TYPE_PRECOMMIT' } as const;

/** `tendermint.types.Vote` as the claim says it, signed with the real key. */
export function signedVote(codec: Codec, claim: VoteClaim): Value {
  const { height, round, block, time, validator, signer, chain_id: chainId, tampered } = claim;
  const key = consensusKeyAt(signer);
  if (key === undefined) throw new Error(`nobody has the key of validator ${signer}`);
  const type = TYPES[claim.type];
  const blockId: BlockId | null = block === '' ? null : { hash: block, part_set_header: PARTS };
  const signature = key.sign(signBytes(codec, { chainId, height, time, blockId, type, round: BigInt(round) }));
  if (tampered) signature.writeUInt8(signature.readUInt8() ^ 1);
  return {
    type,
    height,
    round,
    block_id: blockId ?? NO_BLOCK,
    timestamp: time,
    validator_address: validator,
    validator_index: 0,
    signature: signature.toString('hex'),
    extension: '',
    extension_signature: '',
  };
}
