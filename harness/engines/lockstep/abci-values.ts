import type { Block, Misbehavior, Vote } from '../../../specs/block.ts';
import { CONSENSUS_PARAMS } from '../../../specs/consensus-params.ts';
import type { Resumption } from '../../../model/chain.ts';
import type { Fields, Hex, Value } from '../../../specs/value.ts';

/**
 * `tendermint.abci.RequestInitChain` of a chain that starts from an `app_state` with this height; `validators` are those
 * that the genesis file names.
 */
export function initRequest(
  { chainId, time, height }: Resumption,
  appState: object,
  validators: readonly Value[] = [],
): Fields {
  return {
    time,
    chain_id: chainId,
    consensus_params: { ...CONSENSUS_PARAMS, version: {}, abci: {} },
    validators,
    app_state_bytes: Buffer.from(JSON.stringify(appState)).toString('hex'),
    initial_height: height,
  };
}

/** `tendermint.abci.RequestFinalizeBlock` of a block whose header has this hash. */
export function finalizeRequest(block: Omit<Block, 'txs'>, hash: Hex, txs: readonly Uint8Array[]): Fields {
  return {
    txs: txs.map((tx) => Buffer.from(tx).toString('hex')),
    decided_last_commit: { round: 0, votes: block.votes.map(voteOf) },
    misbehavior: block.misbehavior.map(misbehaviorOf),
    hash,
    height: block.height,
    time: block.time,
    next_validators_hash: block.nextValidatorsHash,
    proposer_address: block.proposer,
  };
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
