import { govParams } from '../../../specs/tables/gov.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** A veto burns the deposit. */
export const vetoedDepositRefunded: Fault = {
  name: 'vetoed-deposit-refunded',
  describes: 'The deposit of a vetoed proposal is refunded.',
  shownBy: 'governance-rules',
  mutation: mutateReading(govParams, (params) => ({ ...params, burn_vote_veto: false })),
};
