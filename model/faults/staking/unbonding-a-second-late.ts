import { unbondingDelegations } from '../../../specs/tables/staking/delegation.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** An entry completes at the block time plus the unbonding time (SDK, `MsgUndelegate`). */
export const unbondingASecondLate: Fault = {
  name: 'unbonding-a-second-late',
  describes: 'The second and later entries of an unbonding delegation complete one second late.',
  shownBy: 'unbonding',
  mutation: mutateRow(unbondingDelegations, (row, before) => {
    const known = before?.entries.length ?? 0;
    const late = row.entries.map((entry, i) =>
      i > 0 && i >= known ? { ...entry, completion_time: entry.completion_time + 1_000_000_000n } : entry,
    );
    return { ...row, entries: late };
  }),
};
