import type { ConsensusValidator } from '../../specs/block.ts';
import { NO_TIME, type Hex, type Nanos, type Value } from '../../specs/value.ts';
import type { Codec } from '../codec/codec.ts';
import { consensusKeyAt } from '../../traces/setup/keys.ts';
import { withLength } from '../codec/with-length.ts';
import type { BlockId } from './header.ts';

const PRECOMMIT = 'SIGNED_MSG_TYPE_PRECOMMIT';

/** A block and who voted for it. */
export interface Commit {
  readonly chainId: string;
  readonly height: bigint;
  readonly time: Nanos;
  readonly blockId: BlockId;
  /** The round in which the block was decided, by default the first. */
  readonly round?: bigint;
  readonly set: readonly ConsensusValidator[];
  /** Addresses of those who did not vote. */
  readonly absent: ReadonlySet<Hex>;
  /** Addresses of those who voted for no block; by default none. */
  readonly nil?: ReadonlySet<Hex>;
}

/** `tendermint.types.Commit` with the real signatures of all who voted for a block. */
export function signedCommit(codec: Codec, commit: Commit): Value {
  const { chainId, height, time, blockId, round = 0n, set, absent, nil } = commit;
  const bytes = signBytes(codec, { chainId, height, time, blockId, round });
  const nilBytes = signBytes(codec, { chainId, height, time, blockId: null, round });
  const signatures = set.map(({ address }) => {
    if (absent.has(address)) return { block_id_flag: 'BLOCK_ID_FLAG_ABSENT', timestamp: NO_TIME };
    const key = consensusKeyAt(address);
    if (key === undefined) throw new Error(`nobody has the key of validator ${address} of ${chainId}`);
    const isNil = nil?.has(address) === true;
    const signature = key.sign(isNil ? nilBytes : bytes).toString('hex');
    const block_id_flag = isNil ? 'BLOCK_ID_FLAG_NIL' : 'BLOCK_ID_FLAG_COMMIT';
    return { block_id_flag, validator_address: address, timestamp: time, signature };
  });
  return { height, round: Number(round), block_id: blockId, signatures };
}

/** What a validator signs. */
export interface SignedVote extends Pick<Commit, 'chainId' | 'height' | 'time'> {
  /** `null` for no block. */
  readonly blockId: BlockId | null;
  readonly type?: 'SIGNED_MSG_TYPE_PREVOTE' | 'SIGNED_MSG_TYPE_PRECOMMIT';
  /** The round of consensus, by default the first one, 0. */
  readonly round?: bigint;
}

/** The bytes that a validator signs for a vote (CometBFT, `CanonicalVote`), with their length in front. */
export function signBytes(
  codec: Codec,
  { chainId, height, time, blockId, type = PRECOMMIT, round = 0n }: SignedVote,
): Buffer {
  const vote = codec.encode('tendermint.types.CanonicalVote', {
    type,
    height,
    round,
    block_id: blockId,
    timestamp: time,
    chain_id: chainId,
  });
  return withLength(vote);
}
