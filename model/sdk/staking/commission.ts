import type { CommissionRates, ValidatorRow } from '../../../specs/tables/staking/validator.ts';
import { ONE, SECOND, type Dec, type Nanos } from '../../../specs/value.ts';
import { ensure } from '../errors.ts';

const DAY: Nanos = 86_400n * SECOND;

/** Refuses rates that a new validator may not have. */
export function checkRates({ rate, max_rate, max_change_rate }: CommissionRates): void {
  ensure(max_rate >= 0n, 'commissionNegative', 'a negative maximum');
  ensure(max_rate <= ONE, 'commissionHuge', 'a maximum above one');
  ensure(rate >= 0n, 'commissionNegative', 'a negative rate');
  ensure(rate <= max_rate, 'commissionOverMaxRate', 'a rate above its maximum');
  ensure(max_change_rate >= 0n, 'commissionChangeRateNegative', 'a negative change');
  ensure(max_change_rate <= max_rate, 'commissionChangeRateOverMaxRate', 'a change above the maximum');
}

/** The commission after a change. It may change once a day, and rise by no more than the validator has promised. */
export function changeCommission({ commission }: ValidatorRow, rate: Dec, now: Nanos): ValidatorRow['commission'] {
  const { commission_rates: rates, update_time } = commission;
  ensure(now - update_time >= DAY, 'commissionUpdateTime', 'it has changed within a day');
  ensure(rate <= rates.max_rate, 'commissionOverMaxRate', 'a rate above its maximum');
  ensure(rate - rates.rate <= rates.max_change_rate, 'commissionOverMaxChangeRate', 'it rises too fast');
  return { commission_rates: { ...rates, rate }, update_time: now };
}
