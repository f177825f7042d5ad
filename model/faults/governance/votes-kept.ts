import { votes } from '../../../specs/tables/gov.ts';
import { keepRow, type Fault } from '../fault.ts';

/** Votes are forgotten when they are counted. */
export const votesKept: Fault = {
  name: 'votes-kept',
  describes: 'Votes stay when they have been counted.',
  shownBy: 'governance-rules',
  bend: keepRow(votes),
};
