import type { Block } from '../../specs/block.ts';
import type { HistoricalHeader } from '../../specs/tables/consumer.ts';

/** The header of a block as a program knows it: ABCI tells six of its fields, all others are empty. */
export function historicalHeader(block: Block): HistoricalHeader {
  return {
    version: { block: 0n, app: 0n },
    chain_id: block.chainId,
    height: block.height,
    time: block.time,
    last_block_id: { hash: '', part_set_header: { total: 0, hash: '' } },
    last_commit_hash: '',
    data_hash: '',
    validators_hash: '',
    next_validators_hash: block.nextValidatorsHash,
    consensus_hash: '',
    app_hash: block.appHash,
    last_results_hash: '',
    evidence_hash: '',
    proposer_address: block.proposer,
  };
}
