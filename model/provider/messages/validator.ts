import type { Context } from '../../context.ts';
import { ensure } from '../errors.ts';
import { operatorOf, validatorOf, type StakingValidator } from '../staking.ts';

/** The validator that a message names by the address of its operator; refuses if there is none. */
export function signingValidator(context: Context, address: string): StakingValidator {
  const operator = operatorOf(context, address);
  const validator = operator === undefined ? undefined : validatorOf(context, operator);
  ensure(validator !== undefined, 'noValidator', `there is no validator ${address}`);
  return validator;
}
