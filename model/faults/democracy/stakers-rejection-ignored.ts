import { proposals, type ProposalRow } from '../../../specs/tables/gov.ts';
import { mutateConsumerRow, type Fault } from '../fault.ts';

/** The stakers of a consumer decide on its proposals (SDK x/gov). */
export const stakersRejectionIgnored: Fault = {
  name: 'stakers-rejection-ignored',
  describes: 'A proposal passes although the stakers of the consumer reject it.',
  needs: 'democracy',
  shownBy: 'democracy',
  mutation: mutateConsumerRow(proposals, (row): ProposalRow =>
    row.status === 'PROPOSAL_STATUS_REJECTED' ? { ...row, status: 'PROPOSAL_STATUS_PASSED' } : row,
  ),
};
