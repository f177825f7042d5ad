import { govParams } from '../../../specs/tables/gov.ts';
import { bendReading, type Fault } from '../fault.ts';

/** A veto costs the deposit. */
export const vetoedDepositRefunded: Fault = {
  name: 'vetoed-deposit-refunded',
  describes: 'The deposit of a proposal that was vetoed is given back.',
  shownBy: 'governance-rules',
  bend: bendReading(govParams, (params) => ({ ...params, burn_vote_veto: false })),
};
