import { unbondingDelegations } from '../../../specs/tables/staking/delegation.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** A slash includes stake that began to unbond after the infraction (SDK, `SlashUnbondingDelegation`). */
export const unbondingStakeNotSlashed: Fault = {
  name: 'unbonding-stake-not-slashed',
  describes: 'The unbonding delegations of a slashed validator are not slashed.',
  shownBy: 'reported-while-unbonding',
  mutation: mutateRow(unbondingDelegations, (row) => ({
    ...row,
    entries: row.entries.map((entry) => ({ ...entry, balance: entry.initial_balance })),
  })),
};
