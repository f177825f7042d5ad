import type { ChainName, ConsensusValidator, Height, Message } from '../../specs/block.ts';
import type { HeaderClaim, VoteClaim } from '../../specs/claim.ts';
import { isList, type Fields, type Value } from '../../specs/value.ts';
import type { Codec } from '../codec/codec.ts';
import { BeyondModel } from '../facts/beyond-model.ts';
import { headerClaim, membersOf, type LightHeader } from './header-claim.ts';
import { proofClaim } from './proof-claim.ts';
import { voteClaim, type VoteMessage } from './vote-claim.ts';

/** What it takes to judge the headers and proofs of a message. */
export interface ClaimReader {
  readonly codec: Codec;
  /** The name of another chain by its chain id. */
  readonly nameOf: (chainId: string) => ChainName;
  /** The chain ids that votes may be signed for. */
  readonly chainIds: readonly string[];
}

/**
 * Puts a claim in the place of each real header and proof of a message: the reverse of `resolveClaims`.
 * Throws a `BeyondModel` with the bytes of the transaction for a header that lacks an essential part.
 */
export function claimsOf(message: Message, reader: ClaimReader, tx: Uint8Array): Message {
  // Only messages of IBC and those of Interchain Security that report a consumer hold any.
  if (!/^\/(?:ibc\.core|interchain_security)\./u.test(message['@type'])) return message;
  return readFields(message, { ...reader, voters: votersOf(message) }, tx) as Message;
}

/** A reader with the validators whose votes a message shows (`MsgSubmitConsumerDoubleVoting`). */
interface MessageReader extends ClaimReader {
  readonly voters: readonly ConsensusValidator[];
}

function votersOf({ infraction_block_header: header }: Message): readonly ConsensusValidator[] {
  const set = (header as unknown as LightHeader | null | undefined)?.validator_set;
  return set == null ? [] : (membersOf(set) ?? []);
}

function read(value: Value, reader: MessageReader, tx: Uint8Array): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => read(item, reader, tx));
  if (!isLightHeader(value)) return readFields(value, reader, tx);
  return readHeader(value, reader, tx);
}

function readHeader(value: Fields, reader: MessageReader, tx: Uint8Array): HeaderClaim {
  const claim = headerClaim(reader.codec, value as unknown as LightHeader, reader.nameOf);
  if (claim === undefined) throw new BeyondModel('a light client header that lacks a part', tx);
  return claim;
}

function readFields(value: Fields, reader: MessageReader, tx: Uint8Array): Fields {
  const fields: Record<string, Value | undefined> = {};
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) continue;
    if (isProof(name, field)) fields[name] = proofClaim(reader.codec, field, provenHeight(value));
    else if (/^header_[12]$/u.test(name)) fields[name] = readRival(field, reader, tx);
    else if (/^vote_[ab]$/u.test(name)) fields[name] = readVote(field, reader, tx);
    else fields[name] = read(field, reader, tx);
  }
  return fields;
}

/** One of two headers that are shown together. */
function readRival(field: Value, reader: MessageReader, tx: Uint8Array): Value {
  const claim = read(field, reader, tx);
  const { commit } = (field as unknown as LightHeader).signed_header ?? {};
  if (commit == null) throw new BeyondModel('misbehaviour without a header', tx);
  return { ...(claim as HeaderClaim), variant: { data_hash: commit.block_id.hash, round: commit.round } };
}

function readVote(field: Value, reader: MessageReader, tx: Uint8Array): VoteClaim {
  const claim = voteClaim(reader, field as unknown as VoteMessage);
  if (claim === undefined) throw new BeyondModel('a vote that is none', tx);
  return claim;
}

/** Names of fields that hold a proof begin so (ICS-03, ICS-04). */
function isProof(name: string, field: Value): field is string {
  return name.startsWith('proof_') && typeof field === 'string' && field !== '';
}

/** State after a height is proven with the header one higher. */
function provenHeight({ proof_height }: Fields): bigint {
  return ((proof_height as Height | null | undefined)?.revision_height ?? 0n) - 1n;
}

function isLightHeader(value: Fields): boolean {
  return 'signed_header' in value && 'validator_set' in value;
}
