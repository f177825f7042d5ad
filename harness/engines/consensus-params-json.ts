import { CONSENSUS_PARAMS } from '../../specs/consensus-params.ts';

const { block, evidence, validator } = CONSENSUS_PARAMS;

/** The parameters of consensus that every chain of the harness starts with, as a genesis file has them. */
export const CONSENSUS_PARAMS_JSON = {
  block: { max_bytes: String(block.max_bytes), max_gas: String(block.max_gas) },
  evidence: {
    max_age_num_blocks: String(evidence.max_age_num_blocks),
    max_age_duration: String(evidence.max_age_duration),
    max_bytes: String(evidence.max_bytes),
  },
  validator,
};
