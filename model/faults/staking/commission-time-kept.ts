import { validators } from '../../../specs/tables/staking/validator.ts';
import { bendRow, type Fault } from '../fault.ts';

/** A commission changes at most once a day, counted from its last change (SDK, `Commission`). */
export const commissionTimeKept: Fault = {
  name: 'commission-time-kept',
  describes: 'A change of commission does not note when it happened.',
  shownBy: 'redelegations',
  bend: bendRow(validators, (row, before) =>
    before !== undefined && before.commission.commission_rates.rate !== row.commission.commission_rates.rate
      ? { ...row, commission: { ...row.commission, update_time: before.commission.update_time } }
      : row,
  ),
};
