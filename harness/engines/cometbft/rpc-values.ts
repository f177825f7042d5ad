import { BlockIdFlag, type comet38, type ValidatorPubkey } from '@cosmjs/tendermint-rpc';
import type { ConsensusValidator, Misbehavior, ValidatorUpdate, Vote } from '../../../specs/block.ts';
import { NO_TIME, type Hex, type Nanos, type Value } from '../../../specs/value.ts';
import { parseTime } from '../../codec/time-text.ts';
import { ObservationError } from '../../observe/observation-error.ts';
import type { BlockId, Header } from '../../ibc/header.ts';

type Bytes = Uint8Array;
type Time = comet38.Header['time'];

/** Bytes in hex. */
export function hexOf(bytes: Bytes): Hex {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

/** A time to the nanosecond. */
export function nanosOf(time: Time): Nanos {
  return BigInt(time.getTime()) * 1_000_000n + BigInt(time.nanoseconds ?? 0);
}

/** `tendermint.types.Header` of a block that a node answers. */
export function headerValue(header: comet38.Header): Header {
  return {
    version: { block: BigInt(header.version.block), app: BigInt(header.version.app) },
    chain_id: header.chainId,
    height: BigInt(header.height),
    time: nanosOf(header.time),
    last_block_id:
      header.lastBlockId === null
        ? { hash: '', part_set_header: { total: 0, hash: '' } }
        : blockIdValue(header.lastBlockId),
    last_commit_hash: hexOf(header.lastCommitHash),
    data_hash: hexOf(header.dataHash),
    validators_hash: hexOf(header.validatorsHash),
    next_validators_hash: hexOf(header.nextValidatorsHash),
    consensus_hash: hexOf(header.consensusHash),
    app_hash: hexOf(header.appHash),
    last_results_hash: hexOf(header.lastResultsHash),
    evidence_hash: hexOf(header.evidenceHash),
    proposer_address: hexOf(header.proposerAddress),
  };
}

/** `tendermint.types.BlockID`. */
export function blockIdValue({ hash, parts }: comet38.BlockId): BlockId {
  return { hash: hexOf(hash), part_set_header: { total: parts.total, hash: hexOf(parts.hash) } };
}

const FLAGS: Readonly<Partial<Record<BlockIdFlag, string>>> = {
  [BlockIdFlag.Absent]: 'BLOCK_ID_FLAG_ABSENT',
  [BlockIdFlag.Commit]: 'BLOCK_ID_FLAG_COMMIT',
  [BlockIdFlag.Nil]: 'BLOCK_ID_FLAG_NIL',
};

/** `tendermint.types.Commit`. */
export function commitValue({ blockId, height, round, signatures }: comet38.Commit): Value {
  return {
    height: BigInt(height),
    round,
    block_id: blockIdValue(blockId),
    signatures: signatures.map(({ blockIdFlag, validatorAddress, timestamp, signature }) => {
      const flag = FLAGS[blockIdFlag];
      if (flag === undefined) throw new ObservationError('commit', `has a vote with the flag ${blockIdFlag}`);
      if (blockIdFlag === BlockIdFlag.Absent) return { block_id_flag: flag, timestamp: NO_TIME };
      if (timestamp === undefined) throw new ObservationError('commit', 'has a vote without a time');
      return {
        block_id_flag: flag,
        validator_address: hexOf(validatorAddress ?? new Uint8Array()),
        timestamp: nanosOf(timestamp),
        signature: hexOf(signature ?? new Uint8Array()),
      };
    }),
  };
}

/** Who did not vote for a block, by the place in its set: a vote for no block counts as one that is missing (ICS-07). */
export function absentFrom({ signatures }: comet38.Commit, set: readonly ConsensusValidator[]): ReadonlySet<Hex> {
  return new Set(set.filter((_, i) => signatures[i]?.blockIdFlag !== BlockIdFlag.Commit).map(({ address }) => address));
}

/** The votes that the program is told of: who voted for no block was there, too (SDK slashing module). */
export function votesIn(commit: comet38.Commit | null, set: readonly ConsensusValidator[]): Vote[] {
  if (commit === null || commit.signatures.length === 0) return [];
  if (commit.signatures.length !== set.length) {
    throw new ObservationError('last commit', `has ${commit.signatures.length} votes of ${set.length} validators`);
  }
  return set.map(({ address, power }, i) => ({
    address,
    power,
    signed: commit.signatures[i]?.blockIdFlag !== BlockIdFlag.Absent,
  }));
}

/** `ResponseFinalizeBlock`, as far as it is observed. */
export function responseValue({ results, finalizeBlockEvents, validatorUpdates }: comet38.BlockResultsResponse): Value {
  return {
    events: finalizeBlockEvents.map(eventValue),
    tx_results: results.map(({ code, codespace = '', log = '', events }) => ({
      code,
      codespace,
      log,
      events: events.map(eventValue),
    })),
    validator_updates: validatorUpdates.map((update) => {
      const { pubKey, power } = updateOf(update);
      return { pub_key: { ed25519: pubKey }, power };
    }),
  };
}

/** A change of the validator set. */
export function updateOf({
  pubkey,
  votingPower,
}: {
  readonly pubkey?: ValidatorPubkey | undefined;
  readonly votingPower: bigint;
}): ValidatorUpdate {
  if (pubkey?.algorithm !== 'ed25519') throw new ObservationError('validator', 'has no ed25519 key');
  return { pubKey: hexOf(pubkey.data), power: votingPower };
}

function eventValue({ type, attributes }: comet38.Event): Value {
  return { type, attributes: attributes.map(({ key, value }) => ({ key, value })) };
}

/** Evidence in a block, as the program is told of it (CometBFT, `DuplicateVoteEvidence.ABCI`). */
export function misbehaviorIn(evidence: readonly unknown[]): Misbehavior[] {
  return evidence.map((entry) => {
    const { type, value } = entry as { readonly type?: unknown; readonly value?: DuplicateVote };
    if (type !== 'tendermint/DuplicateVoteEvidence' || value === undefined) {
      throw new ObservationError('evidence', `is of the type ${String(type)}`);
    }
    return {
      type: 'duplicate-vote',
      address: value.vote_a.validator_address.toLowerCase(),
      power: BigInt(value.ValidatorPower),
      height: BigInt(value.vote_a.height),
      time: timeOf(value.Timestamp),
      totalPower: BigInt(value.TotalVotingPower),
    };
  });
}

interface DuplicateVote {
  readonly vote_a: { readonly validator_address: string; readonly height: string };
  readonly ValidatorPower: string;
  readonly TotalVotingPower: string;
  readonly Timestamp: string;
}

function timeOf(text: string): Nanos {
  try {
    return parseTime(text);
  } catch (error) {
    throw new ObservationError('evidence', `has the time ${text}`, undefined, error);
  }
}
