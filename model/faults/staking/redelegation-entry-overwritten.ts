import { redelegations } from '../../../specs/tables/staking/delegation.ts';
import { bendRow, type Fault } from '../fault.ts';

/** Every redelegation is liable on its own until it matures (SDK, `Redelegation`). */
export const redelegationEntryOverwritten: Fault = {
  name: 'redelegation-entry-overwritten',
  describes: 'A second redelegation along the same way takes the place of the first.',
  shownBy: 'redelegations',
  bend: bendRow(redelegations, (row, before) =>
    before !== undefined && row.entries.length > before.entries.length
      ? { ...row, entries: row.entries.slice(-1) }
      : row,
  ),
};
