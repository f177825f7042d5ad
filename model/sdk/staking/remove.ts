import { validators, validatorsByConsensusAddress } from '../../../specs/tables/staking/validator.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { ensure } from '../errors.ts';
import type { StakingHooks } from './hooks.ts';
import { consensusAddressOf, unrank, validatorAt } from './validators.ts';

/** Removes an unbonded validator without tokens. */
export function removeValidator(context: Context, hooks: StakingHooks, operator: Hex): void {
  const { draft } = context;
  const validator = validatorAt(context, operator);
  ensure(validator.tokens === 0n, 'badRemoveValidator', 'the validator has tokens');
  const consensusAddress = consensusAddressOf(validator);
  draft.delete(validators, operator);
  draft.delete(validatorsByConsensusAddress, consensusAddress);
  unrank(context, operator, validator);
  hooks.afterValidatorRemoved?.(context, consensusAddress, operator);
}
