import { unbondingDelegations } from '../../../specs/tables/staking/delegation.ts';
import { bendRow, type Fault } from '../fault.ts';

/** What began to unbond since the infraction is slashed as well (SDK, `SlashUnbondingDelegation`). */
export const unbondingStakeSpared: Fault = {
  name: 'unbonding-stake-spared',
  describes: 'What unbonds from a validator that is slashed keeps all of its balance.',
  shownBy: 'reported-while-unbonding',
  bend: bendRow(unbondingDelegations, (row) => ({
    ...row,
    entries: row.entries.map((entry) => ({ ...entry, balance: entry.initial_balance })),
  })),
};
