import { unbondingDelegations } from '../../../specs/tables/staking/delegation.ts';
import { bendRow, type Fault } from '../fault.ts';

/** Every unbonding is an entry of its own until it matures (SDK, `UnbondingDelegation`). */
export const unbondingEntryOverwritten: Fault = {
  name: 'unbonding-entry-overwritten',
  describes: 'A second unbonding of the same delegation takes the place of the first.',
  shownBy: 'unbonding',
  bend: bendRow(unbondingDelegations, (row, before) =>
    before !== undefined && row.entries.length > before.entries.length
      ? { ...row, entries: row.entries.slice(-1) }
      : row,
  ),
};
