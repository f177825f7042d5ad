/** `tendermint.types.ConsensusParams` that every chain starts with: no limit on gas, ed25519 keys only. */
export const CONSENSUS_PARAMS = {
  block: { max_bytes: 22_020_096n, max_gas: -1n },
  evidence: { max_age_num_blocks: 100_000n, max_age_duration: 172_800n * 1_000_000_000n, max_bytes: 1_048_576n },
  validator: { pub_key_types: ['ed25519'] },
  version: {},
  abci: {},
};
