import { SECOND } from './value.ts';

/** The consensus parameters that a chain starts with, as far as programs use them. */
export interface ConsensusParams {
  readonly block: { readonly max_bytes: bigint; readonly max_gas: bigint };
  /** Evidence expires when it is older than both: this number of blocks, and this duration. */
  readonly evidence: {
    readonly max_age_num_blocks: bigint;
    readonly max_age_duration: bigint;
    readonly max_bytes: bigint;
  };
  readonly validator: { readonly pub_key_types: readonly string[] };
}

/**
 * The `tendermint.types.ConsensusParams` of every chain: no gas limit, only ed25519 keys, and a maximum age of evidence
 * that a trace can exceed.
 */
export const CONSENSUS_PARAMS: ConsensusParams = {
  block: { max_bytes: 22_020_096n, max_gas: -1n },
  evidence: { max_age_num_blocks: 12n, max_age_duration: 600n * SECOND, max_bytes: 1_048_576n },
  validator: { pub_key_types: ['ed25519'] },
};
