import { validators } from '../../../specs/tables/staking/validator.ts';
import { bendRow, type Fault } from '../fault.ts';

/** Jail ends with `MsgUnjail` alone (SDK, slashing). */
export const jailedFlagLost: Fault = {
  name: 'jailed-flag-lost',
  describes: 'A jailed validator is out of jail when its unbonding begins.',
  shownBy: 'validator-leaves',
  bend: bendRow(validators, (row, before) =>
    before?.status === 'BOND_STATUS_BONDED' && row.status === 'BOND_STATUS_UNBONDING' ? { ...row, jailed: false } : row,
  ),
};
