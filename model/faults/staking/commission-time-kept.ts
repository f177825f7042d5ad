import { validators } from '../../../specs/tables/staking/validator.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** A commission changes at most once a day, counted from its last change (SDK, `Commission`). */
export const commissionTimeKept: Fault = {
  name: 'commission-time-kept',
  describes: "A change of a validator's commission does not change its update time.",
  shownBy: 'redelegations',
  mutation: mutateRow(validators, (row, before) =>
    before !== undefined && before.commission.commission_rates.rate !== row.commission.commission_rates.rate
      ? { ...row, commission: { ...row.commission, update_time: before.commission.update_time } }
      : row,
  ),
};
