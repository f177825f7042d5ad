import { redelegations } from '../../../specs/tables/staking/delegation.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** Each redelegation has its own entry until it matures (SDK, `Redelegation`). */
export const redelegationEntryOverwritten: Fault = {
  name: 'redelegation-entry-overwritten',
  describes: 'A second redelegation between the same validators replaces the entry of the first.',
  shownBy: 'redelegations',
  mutation: mutateRow(redelegations, (row, before) =>
    before !== undefined && row.entries.length > before.entries.length
      ? { ...row, entries: row.entries.slice(-1) }
      : row,
  ),
};
