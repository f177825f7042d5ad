import { previousProposer } from '../../../specs/tables/distribution.ts';
import { bendRow, type Fault } from '../fault.ts';

/** The distribution module writes down who proposed each block (SDK, `SetPreviousProposerConsAddr`). */
export const proposerRememberedForEver: Fault = {
  name: 'proposer-remembered-for-ever',
  describes: 'Who proposed a block is never replaced by who proposes the next.',
  shownBy: 'fees-shared',
  bend: bendRow(previousProposer, (row, before) => (before === undefined || before.value === '' ? row : before)),
};
