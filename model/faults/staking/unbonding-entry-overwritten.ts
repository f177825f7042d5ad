import { unbondingDelegations } from '../../../specs/tables/staking/delegation.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** Each unbonding has its own entry until it matures (SDK, `UnbondingDelegation`). */
export const unbondingEntryOverwritten: Fault = {
  name: 'unbonding-entry-overwritten',
  describes: 'A second unbonding of the same delegation replaces the entry of the first.',
  shownBy: 'unbonding',
  mutation: mutateRow(unbondingDelegations, (row, before) =>
    before !== undefined && row.entries.length > before.entries.length
      ? { ...row, entries: row.entries.slice(-1) }
      : row,
  ),
};
