import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { ChainName, ConsensusValidator, Height } from '../../specs/block.ts';
import type { HeaderClaim } from '../../specs/claim.ts';
import type { Hex, Nanos } from '../../specs/value.ts';
import { addressOfKey, totalPower, validatorsHash } from '../../model/consensus/validator-set.ts';
import { revisionOf } from '../../model/ibc/height.ts';
import type { Codec } from '../codec/codec.ts';
import { signBytes } from './commit.ts';
import { headerHash, type BlockId, type Header } from './header.ts';

/** `ibc.lightclients.tendermint.v1.Header`. */
export interface LightHeader {
  readonly signed_header: { readonly header: Header | null; readonly commit: CommitMessage | null } | null;
  readonly validator_set: ValidatorSetMessage | null;
  readonly trusted_height: Height;
  readonly trusted_validators: ValidatorSetMessage | null;
}

interface CommitMessage {
  readonly height: bigint;
  readonly round: number;
  readonly block_id: BlockId;
  readonly signatures: readonly CommitSig[];
}

interface CommitSig {
  readonly block_id_flag: string;
  readonly validator_address: Hex;
  readonly timestamp: Nanos;
  readonly signature: Hex;
}

/** `tendermint.types.ValidatorSet`. */
export interface ValidatorSetMessage {
  readonly validators: readonly ValidatorMessage[];
  readonly proposer: ValidatorMessage | null;
}

interface ValidatorMessage {
  readonly address: Hex;
  readonly pub_key: { readonly ed25519?: Hex };
  readonly voting_power: bigint;
}

/**
 * What a light client header says: the reverse of `lightHeader`. Every signature of its commit is checked.
 * `undefined` for one that lacks a part without which it says nothing. `nameOf` names the chain by its chain id.
 */
export function headerClaim(
  codec: Codec,
  { signed_header, validator_set, trusted_height, trusted_validators }: LightHeader,
  nameOf: (chainId: string) => ChainName,
): HeaderClaim | undefined {
  const { header, commit } = signed_header ?? { header: null, commit: null };
  if (header === null || commit === null || validator_set === null) return undefined;
  const height = { revision_number: revisionOf(header.chain_id), revision_height: header.height };
  const validators = membersOf(validator_set);
  const trusted = trusted_validators === null ? [] : (membersOf(trusted_validators) ?? []);
  const votes = votesIn(codec, header.chain_id, commit, validators ?? []);
  const adjacent = height.revision_height === trusted_height.revision_height + 1n;
  return {
    '@claim': 'header',
    chain: nameOf(header.chain_id),
    chain_id: header.chain_id,
    height,
    time: header.time,
    app_hash: header.app_hash,
    next_validators_hash: header.next_validators_hash,
    validators: validators ?? [],
    signed: votes.filter(({ valid }) => valid).map(({ address }) => address),
    trusted_height: { ...trusted_height },
    trusted_validators: trusted,
    tampered: tamperedIn(),
  };

  function tamperedIn(): HeaderClaim['tampered'] {
    if (header === null || commit === null || validators === undefined) return 'app-hash';
    const sealed = headerHash(codec, header) === commit.block_id.hash && header.height === commit.height;
    if (!sealed) return 'app-hash';
    if (validatorsHash(validators) !== header.validators_hash) return 'validators';
    if (commit.signatures.length !== validators.length) return 'signature';
    const wrong = meetsWrong(votes, validators, 2n) || (!adjacent && meetsWrong(votes, trusted, 1n));
    return wrong ? 'signature' : '';
  }
}

interface CountedVote {
  readonly address: Hex;
  readonly valid: boolean;
}

/** The votes for the block, each with whether its signature is the validator's. */
function votesIn(
  codec: Codec,
  chainId: string,
  { height, round, block_id, signatures }: CommitMessage,
  validators: readonly ConsensusValidator[],
): CountedVote[] {
  return signatures.flatMap(({ block_id_flag, timestamp, signature }, i) => {
    const validator = validators[i];
    if (block_id_flag !== 'BLOCK_ID_FLAG_COMMIT' || validator === undefined) return [];
    const bytes = signBytes(codec, { chainId, height, round: BigInt(round), time: timestamp, blockId: block_id });
    return [{ address: validator.address, valid: isSignedBy(validator.pubKey, bytes, signature) }];
  });
}

/**
 * Whether a light client comes upon a wrong signature before it has counted more than so many thirds of the power of
 * a set: it looks at the votes in their order and at no more than it needs (CometBFT, `VerifyCommitLight`).
 */
function meetsWrong(votes: readonly CountedVote[], set: readonly ConsensusValidator[], thirds: bigint): boolean {
  const powers = new Map(set.map(({ address, power }) => [address, power]));
  const needed = (totalPower(set) * thirds) / 3n;
  let counted = 0n;
  for (const { address, valid } of votes) {
    const power = powers.get(address);
    if (power === undefined) continue;
    if (!valid) return true;
    counted += power;
    if (counted > needed) return false;
  }
  return false;
}

/** The members of a set; `undefined` when CometBFT does not take it for one. */
export function membersOf({ validators, proposer }: ValidatorSetMessage): ConsensusValidator[] | undefined {
  const members = validators.map(({ address, pub_key, voting_power }) => ({
    address,
    pubKey: pub_key.ed25519 ?? '',
    power: voting_power,
  }));
  const known = members.every(({ address, pubKey }) => address === addressOfKey(pubKey));
  return known && members.some(({ address }) => address === proposer?.address) ? members : undefined;
}

const SPKI_ED25519 = '302a300506032b6570032100';
const keys = new Map<Hex, KeyObject>();

/** Whether an ed25519 key signed these bytes. */
export function isSignedBy(pubKey: Hex, bytes: Buffer, signature: Hex): boolean {
  let key = keys.get(pubKey);
  if (key === undefined) {
    key = createPublicKey({ key: Buffer.from(SPKI_ED25519 + pubKey, 'hex'), format: 'der', type: 'spki' });
    keys.set(pubKey, key);
  }
  return verify(null, bytes, key, Buffer.from(signature, 'hex'));
}
