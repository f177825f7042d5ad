import { unbondingDelegations } from '../../../specs/tables/staking/delegation.ts';
import { bendRow, type Fault } from '../fault.ts';

/** Tokens are free at the time of the block plus the unbonding time (SDK, `MsgUndelegate`). */
export const unbondingASecondLate: Fault = {
  name: 'unbonding-a-second-late',
  describes: 'A later entry of an unbonding delegation completes a second late.',
  shownBy: 'unbonding',
  bend: bendRow(unbondingDelegations, (row, before) => {
    const known = before?.entries.length ?? 0;
    const late = row.entries.map((entry, i) =>
      i > 0 && i >= known ? { ...entry, completion_time: entry.completion_time + 1_000_000_000n } : entry,
    );
    return { ...row, entries: late };
  }),
};
