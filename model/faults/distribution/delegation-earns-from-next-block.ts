import { startingInfos } from '../../../specs/tables/distribution.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** A changed delegation earns from the block that changes it (SDK, `initializeDelegation`). */
export const delegationEarnsFromNextBlock: Fault = {
  name: 'delegation-earns-from-next-block',
  describes: 'A delegation that changes again earns from one block too late.',
  shownBy: 'slashed-before-withdrawal',
  mutation: mutateRow(startingInfos, (row) => (row.previous_period > 3n ? { ...row, height: row.height + 1n } : row)),
};
