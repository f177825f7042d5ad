import { validators } from '../../../specs/tables/staking/validator.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** Only `MsgUnjail` unjails a validator (SDK, slashing). */
export const jailedFlagLost: Fault = {
  name: 'jailed-flag-lost',
  describes: 'A jailed validator is unjailed when it begins to unbond.',
  shownBy: 'validator-leaves',
  mutation: mutateRow(validators, (row, before) =>
    before?.status === 'BOND_STATUS_BONDED' && row.status === 'BOND_STATUS_UNBONDING' ? { ...row, jailed: false } : row,
  ),
};
