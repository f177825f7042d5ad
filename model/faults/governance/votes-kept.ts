import { votes } from '../../../specs/tables/gov.ts';
import { keepRow, type Fault } from '../fault.ts';

/** The tally deletes the votes. */
export const votesKept: Fault = {
  name: 'votes-kept',
  describes: 'The votes of a proposal are not deleted after the tally.',
  shownBy: 'governance-rules',
  mutation: keepRow(votes),
};
