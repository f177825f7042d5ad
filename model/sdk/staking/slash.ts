import {
  redelegations,
  redelegationsBySource,
  unbondingDelegationsByValidator,
} from '../../../specs/tables/staking/delegation.ts';
import type { ValidatorRow } from '../../../specs/tables/staking/validator.ts';
import type { Dec, Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { decimalOf, mul, quoRoundUp, truncateInt } from '../decimal.ts';
import { ensure } from '../errors.ts';
import type { StakingHooks } from './hooks.ts';
import { burnFromPool } from './pools.ts';
import { partsOf } from './parts.ts';
import { slashRedelegation } from './slash-redelegation.ts';
import { slashUnbonding } from './slash-unbonding.ts';
import { findValidator, operatorAt, POWER_REDUCTION, rankValidator } from './validators.ts';

/** The infraction that a validator is slashed for. */
export interface Infraction {
  readonly consensusAddress: Hex;
  /** The height of the infraction. Stake that began to unbond or redelegate before it is not liable. */
  readonly height: bigint;
  /** The validator's power at that height. */
  readonly power: bigint;
  /** The part of its stake that is burnt. */
  readonly fraction: Dec;
}

/**
 * Slashes a validator (SDK, `Slash`): burns a fraction of the stake that it had at the height of the infraction, first
 * from stake that began to unbond or redelegate since, the rest from its own tokens. Returns how many of its own tokens
 * were burnt; 0 for a removed validator. Refuses an unbonded validator, and a height in the future.
 */
export function slash(context: Context, hooks: StakingHooks, infraction: Infraction): bigint {
  const { consensusAddress, height, power, fraction } = infraction;
  const operator = operatorAt(context, consensusAddress);
  const validator = operator === undefined ? undefined : findValidator(context, operator);
  if (operator === undefined || validator === undefined) return 0n;
  ensure(validator.status !== 'BOND_STATUS_UNBONDED', 'unregistered', 'an unbonded validator is not slashed');
  ensure(height <= context.block.height, 'unregistered', 'an infraction of the future');
  let amount = truncateInt(mul(decimalOf(power * POWER_REDUCTION), fraction));
  if (height < context.block.height) amount -= slashMoving(context, hooks, operator, height, fraction);
  // The chain goes on with the validator as it was found; a redelegation never leads back to its source.
  return burnTokens(context, hooks, operator, validator, amount);
}

/** Slashes what the validator's delegators have begun to unbond or to move, in the order of the store. */
function slashMoving(context: Context, hooks: StakingHooks, operator: Hex, height: bigint, fraction: Dec): bigint {
  const { draft } = context;
  let amount = 0n;
  for (const [delegator = ''] of partsOf(draft.entries(unbondingDelegationsByValidator), operator)) {
    amount += slashUnbonding(context, delegator, operator, height, fraction);
  }
  for (const [delegator = '', destination = ''] of partsOf(draft.entries(redelegationsBySource), operator)) {
    const row = draft.get(redelegations, redelegations.key(delegator, operator, destination));
    if (row === undefined) continue;
    amount += slashRedelegation(context, hooks, { delegator, destination, entries: row.entries }, height, fraction);
  }
  return amount;
}

function burnTokens(
  context: Context,
  hooks: StakingHooks,
  operator: Hex,
  validator: ValidatorRow,
  amount: bigint,
): bigint {
  const burnt = amount < validator.tokens ? amount : validator.tokens;
  if (burnt <= 0n) return 0n;
  hooks.beforeValidatorSlashed?.(context, operator, quoRoundUp(decimalOf(burnt), decimalOf(validator.tokens)));
  rankValidator(context, operator, validator, { ...validator, tokens: validator.tokens - burnt });
  burnFromPool(context, validator.status === 'BOND_STATUS_BONDED', burnt);
  return burnt;
}
