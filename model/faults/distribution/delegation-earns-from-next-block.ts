import { startingInfos } from '../../../specs/tables/distribution.ts';
import { bendRow, type Fault } from '../fault.ts';

/** A delegation that changes goes on from the block in which it does (SDK, `initializeDelegation`). */
export const delegationEarnsFromNextBlock: Fault = {
  name: 'delegation-earns-from-next-block',
  describes: 'A delegation that changes again begins to earn a block late.',
  shownBy: 'slashed-before-withdrawal',
  bend: bendRow(startingInfos, (row) => (row.previous_period > 3n ? { ...row, height: row.height + 1n } : row)),
};
