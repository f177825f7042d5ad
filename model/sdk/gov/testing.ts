import type { GovParamsRow } from '../../../specs/tables/gov.ts';
import { SECOND } from '../../../specs/value.ts';

/** The parameters of governance in the tests: small deposits, and ten seconds for everything. */
export const GOV_PARAMS: GovParamsRow = {
  min_deposit: [{ denom: 'stake', amount: 1_000n }],
  max_deposit_period: 10n * SECOND,
  voting_period: 10n * SECOND,
  quorum: '0.334000000000000000',
  threshold: '0.500000000000000000',
  veto_threshold: '0.334000000000000000',
  min_initial_deposit_ratio: '0.000000000000000000',
  proposal_cancel_ratio: '0.500000000000000000',
  proposal_cancel_dest: '',
  expedited_voting_period: 5n * SECOND,
  expedited_threshold: '0.667000000000000000',
  expedited_min_deposit: [{ denom: 'stake', amount: 5_000n }],
  burn_vote_quorum: false,
  burn_proposal_deposit_prevote: false,
  burn_vote_veto: true,
  min_deposit_ratio: '0.010000000000000000',
};
