import type { Block } from '../../specs/block.ts';
import type { Table } from '../../specs/table.ts';
import type { HistoricalHeader, HistoricalInfoRow } from '../../specs/tables/historical-info.ts';
import type { ValidatorRow } from '../../specs/tables/staking/validator.ts';
import type { Context } from '../context.ts';

/**
 * Keeps what the chain knows of the block that begins, and forgets what is older than `entries` blocks: so that a
 * counterparty's claims about this chain can be checked (ICS-02; SDK, `TrackHistoricalInfo`).
 */
export function keepHistoricalInfo(
  { draft, block }: Context,
  table: Table<HistoricalInfoRow>,
  entries: bigint,
  validators: () => readonly ValidatorRow[],
): void {
  for (let height = block.height - entries; height >= 0n; height--) {
    const key = height.toString();
    if (!draft.has(table, key)) break;
    draft.delete(table, key);
  }
  if (entries === 0n) return;
  draft.set(table, block.height.toString(), { header: headerOf(block), valset: validators() });
}

/** The header of a block as a program knows it: ABCI tells six of its fields, all others are empty. */
function headerOf(block: Block): HistoricalHeader {
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
