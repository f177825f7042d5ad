import type { Block, ConsensusValidator, Misbehavior, Vote } from '../../../specs/block.ts';
import type { Fields, Hex, Value } from '../../../specs/value.ts';

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

/** `tendermint.types.ValidatorSet`; the proposer only has to be a member. */
export function validatorSetValue(set: readonly ConsensusValidator[]): Value {
  const validators = set.map(({ address, pubKey, power }) => ({
    address,
    pub_key: { ed25519: pubKey },
    voting_power: power,
  }));
  return { validators, proposer: validators[0] ?? null };
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
