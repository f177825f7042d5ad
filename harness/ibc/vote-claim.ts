import type { ConsensusValidator } from '../../specs/block.ts';
import type { VoteClaim } from '../../specs/claim.ts';
import type { Hex, Nanos } from '../../specs/value.ts';
import type { Codec } from '../codec/codec.ts';
import { signBytes } from './commit.ts';
import type { BlockId } from './header.ts';
import { isSignedBy } from './header-claim.ts';

/** `tendermint.types.Vote`. */
export interface VoteMessage {
  readonly type: string;
  readonly height: bigint;
  readonly round: number;
  readonly block_id: BlockId;
  readonly timestamp: Nanos;
  readonly validator_address: Hex;
  readonly signature: Hex;
}

/** What it takes to judge a vote: whose it may be, and for which chains. */
interface VoteReader {
  readonly codec: Codec;
  readonly chainIds: readonly string[];
  readonly voters: readonly ConsensusValidator[];
}

/**
 * What a vote says: the reverse of `signedVote`. Its signature is checked for each chain that it may be for.
 * `undefined` for one of no kind that there is.
 */
export function voteClaim({ codec, chainIds, voters }: VoteReader, vote: VoteMessage): VoteClaim | undefined {
  const { type, height, round, block_id, timestamp: time, validator_address: validator, signature } = vote;
  if (type !== 'SIGNED_MSG_TYPE_PREVOTE' && type !== 'SIGNED_MSG_TYPE_PRECOMMIT') return undefined;
  const blockId = block_id.hash === '' ? null : block_id;
  const key = voters.find(({ address }) => address === validator)?.pubKey;
  const signed = chainIds.find((chainId) => {
    const bytes = signBytes(codec, { chainId, height, time, blockId, type, round: BigInt(round) });
    return key !== undefined && isSignedBy(key, bytes, signature);
  });
  return {
    '@claim': 'vote',
    chain: '',
    type: type === 'SIGNED_MSG_TYPE_PREVOTE' ? 'prevote' : 'precommit',
    height,
    round,
    block: block_id.hash,
    time,
    validator,
    signer: validator,
    chain_id: signed ?? '',
    tampered: signed === undefined,
  };
}
