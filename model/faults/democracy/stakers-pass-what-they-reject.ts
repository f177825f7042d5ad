import { proposals, type ProposalRow } from '../../../specs/tables/gov.ts';
import { bendConsumerRow, type Fault } from '../fault.ts';

/** The stakers of a consumer decide on its proposals (SDK x/gov). */
export const stakersPassWhatTheyReject: Fault = {
  name: 'stakers-pass-what-they-reject',
  describes: 'A proposal that the stakers of a consumer reject passes.',
  needs: 'democracy',
  shownBy: 'democracy',
  bend: bendConsumerRow(proposals, (row): ProposalRow =>
    row.status === 'PROPOSAL_STATUS_REJECTED' ? { ...row, status: 'PROPOSAL_STATUS_PASSED' } : row,
  ),
};
