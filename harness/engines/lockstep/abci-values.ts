import type { Block, ConsensusValidator, Misbehavior, ValidatorUpdate, Vote } from '../../../specs/block.ts';
import { isList, type Hex, type Value } from '../../../specs/value.ts';

type Fields = Readonly<Record<string, Value | undefined>>;

/** `tendermint.abci.RequestFinalizeBlock` of a block whose header has this hash. */
export function finalizeRequest(block: Block, hash: Hex, txs: readonly Buffer[]): Fields {
  return {
    txs: txs.map((tx) => tx.toString('hex')),
    decided_last_commit: { round: 0, votes: block.votes.map(voteOf) },
    misbehavior: block.misbehavior.map(misbehaviorOf),
    hash,
    height: block.height,
    time: block.time,
    next_validators_hash: block.nextValidatorsHash,
    proposer_address: block.proposer,
  };
}

/** Reads a list of `tendermint.abci.ValidatorUpdate`. */
export function updatesIn(updates: Value | undefined): ValidatorUpdate[] {
  return listOf(updates).map((update) => {
    const { pub_key, power } = fieldsOf(update);
    return { pubKey: textOf(fieldsOf(pub_key)['ed25519']), power: integerOf(power) };
  });
}

/** `tendermint.types.ValidatorSet`; the proposer only has to be a member. */
export function validatorSetValue(set: readonly ConsensusValidator[]): Value {
  const validators = set.map(({ address, pubKey, power }) => ({
    address,
    pub_key: { ed25519: pubKey },
    voting_power: power,
  }));
  return { validators, proposer: validators[0] ?? null };
}

/** A repeated field; nothing when it is none. */
export function listOf(value: Value | undefined): readonly Value[] {
  return isList(value) ? value : [];
}

/** The fields of a message; none when it is unset. */
export function fieldsOf(value: Value | undefined): Fields {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}

/** A field of text or of bytes in hex; empty when it is none. */
export function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A field of an integer; 0 when it is none. */
export function integerOf(value: Value | undefined): bigint {
  return typeof value === 'bigint' || typeof value === 'number' ? BigInt(value) : 0n;
}

function voteOf({ address, power, signed }: Vote): Value {
  return {
    validator: { address, power },
    block_id_flag: signed ? 'BLOCK_ID_FLAG_COMMIT' : 'BLOCK_ID_FLAG_ABSENT',
  };
}

function misbehaviorOf({ type, address, power, height, time, totalPower }: Misbehavior): Value {
  return {
    type: type === 'duplicate-vote' ? 'DUPLICATE_VOTE' : 'LIGHT_CLIENT_ATTACK',
    validator: { address, power },
    height,
    time,
    total_voting_power: totalPower,
  };
}
