import type { Description } from '../../../specs/tables/staking/validator.ts';
import { ONE, type Dec } from '../../../specs/value.ts';
import type { Context, MessageOf } from '../../context.ts';
import { ensure } from '../errors.ts';
import { changeCommission } from './commission.ts';
import { changeDescription, ensureDescribed } from './description.ts';
import { stakingParamsOf } from './params.ts';
import { operatorOf, saveValidator, validatorAt } from './validators.ts';

/** `cosmos.staking.v1beta1.MsgEditValidator`. */
export type MsgEditValidator = MessageOf<{
  readonly description: Description;
  readonly validator_address: string;
  /** Missing or `null` if it does not change. */
  readonly commission_rate?: Dec | null;
  /** Missing or `null` if it does not change. */
  readonly min_self_delegation?: bigint | null;
}>;

/** Handles `MsgEditValidator`. */
export function editValidator(context: Context, message: MsgEditValidator): void {
  const operator = operatorOf(context, message.validator_address);
  const { description, commission_rate: rate = null, min_self_delegation: least = null } = message;
  ensureDescribed(description);
  ensure(least === null || least > 0n, 'invalidRequest', 'a minimum of nothing');
  if (rate !== null) {
    ensure(rate >= 0n && rate <= ONE, 'invalidRequest', 'not a rate');
    ensure(rate >= stakingParamsOf(context).min_commission_rate, 'invalidRequest', 'less than the least commission');
  }
  const before = validatorAt(context, operator);
  const described = { ...before, description: changeDescription(before.description, description) };
  const commission = rate === null ? before.commission : changeCommission(before, rate, context.block.time);
  if (least !== null) {
    ensure(least > before.min_self_delegation, 'minSelfDelegationDecreased', 'the minimum may only rise');
    ensure(least <= before.tokens, 'selfDelegationBelowMinimum', 'more than the validator has');
  }
  const minimum = least ?? before.min_self_delegation;
  saveValidator(context, operator, { ...described, commission, min_self_delegation: minimum });
}
