import { previousProposer } from '../../../specs/tables/distribution.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** The distribution module stores the proposer of each block (SDK, `SetPreviousProposerConsAddr`). */
export const proposerNeverUpdated: Fault = {
  name: 'proposer-never-updated',
  describes: 'The distribution module never replaces the first proposer that it stored.',
  shownBy: 'fees-shared',
  mutation: mutateRow(previousProposer, (row, before) => (before === undefined || before.value === '' ? row : before)),
};
