import type { Hex, Nanos } from '../value.ts';
import type { ValidatorRow } from './staking/validator.ts';

/** `cosmos.staking.v1beta1.HistoricalInfo`, with `valset` in CometBFT's order of validators. */
export type HistoricalInfoRow = {
  readonly header: HistoricalHeader;
  readonly valset: readonly ValidatorRow[];
};

/** `tendermint.types.Header`, of which the program knows six fields. */
export type HistoricalHeader = {
  readonly version: { readonly block: bigint; readonly app: bigint };
  readonly chain_id: string;
  readonly height: bigint;
  readonly time: Nanos;
  readonly last_block_id: {
    readonly hash: Hex;
    readonly part_set_header: { readonly total: number; readonly hash: Hex };
  };
  readonly last_commit_hash: Hex;
  readonly data_hash: Hex;
  readonly validators_hash: Hex;
  readonly next_validators_hash: Hex;
  readonly consensus_hash: Hex;
  readonly app_hash: Hex;
  readonly last_results_hash: Hex;
  readonly evidence_hash: Hex;
  readonly proposer_address: Hex;
};
