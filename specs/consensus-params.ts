import { SECOND } from './value.ts';

/** What a chain is told of consensus when it starts, as far as any program asks. */
export interface ConsensusParams {
  readonly block: { readonly max_bytes: bigint; readonly max_gas: bigint };
  /** Evidence is too old when it is older than both: so many blocks, and so much time. */
  readonly evidence: {
    readonly max_age_num_blocks: bigint;
    readonly max_age_duration: bigint;
    readonly max_bytes: bigint;
  };
  readonly validator: { readonly pub_key_types: readonly string[] };
}

/**
 * `tendermint.types.ConsensusParams` that every chain starts with: no limit on gas, ed25519 keys only, and evidence
 * that a trace can outlive.
 */
export const CONSENSUS_PARAMS: ConsensusParams = {
  block: { max_bytes: 22_020_096n, max_gas: -1n },
  evidence: { max_age_num_blocks: 12n, max_age_duration: 600n * SECOND, max_bytes: 1_048_576n },
  validator: { pub_key_types: ['ed25519'] },
};
