import type { Dec, Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { truncateInt } from '../decimal.ts';
import { ensure, refuse } from '../errors.ts';
import { removeDelegation, setShares, sharesOf } from './delegations.ts';
import type { StakingHooks } from './hooks.ts';
import { jailValidator } from './jail.ts';
import { removeValidator } from './remove.ts';
import { removeShares, sharesFromTokens, sharesFromTokensTruncated, tokensFromShares } from './shares.ts';
import { rankValidator, validatorAt } from './validators.ts';

/**
 * Removes shares of a delegation, and returns their tokens. A validator that withdraws more of its own
 * delegation than its minimum allows is jailed; one that is unbonded and left without shares is removed.
 */
export function unbond(context: Context, hooks: StakingHooks, delegator: Hex, operator: Hex, shares: Dec): bigint {
  const held = sharesOf(context, delegator, operator);
  ensure(held !== undefined, 'noDelegatorForAddress', 'no delegation');
  hooks.beforeDelegationSharesModified?.(context, delegator, operator);
  ensure(held >= shares, 'notEnoughShares', 'more shares than delegated');
  const left = held - shares;
  if (delegator === operator) jailBelowMinimum(context, operator, left);
  if (left === 0n) removeDelegation(context, delegator, operator);
  else {
    setShares(context, delegator, operator, left);
    hooks.afterDelegationModified?.(context, delegator, operator);
  }
  const before = validatorAt(context, operator);
  const { validator, tokens } = removeShares(before, shares);
  rankValidator(context, operator, before, validator);
  if (validator.delegator_shares === 0n && validator.status === 'BOND_STATUS_UNBONDED') {
    removeValidator(context, hooks, operator);
  }
  return tokens;
}

/**
 * The shares that an amount to unbond or to redelegate stands for. Rounding may make them more than the delegation
 * holds; then it is all of it. Refuses when even the truncated shares are more.
 */
export function sharesToUnbond(context: Context, delegator: Hex, operator: Hex, amount: bigint): Dec {
  const validator = validatorAt(context, operator);
  const held = sharesOf(context, delegator, operator) ?? refuse('noDelegation', 'no delegation');
  const shares = sharesFromTokens(validator, amount);
  ensure(sharesFromTokensTruncated(validator, amount) <= held, 'invalidRequest', 'more than delegated');
  return shares > held ? held : shares;
}

function jailBelowMinimum(context: Context, operator: Hex, shares: Dec): void {
  const validator = validatorAt(context, operator);
  if (validator.jailed) return;
  if (truncateInt(tokensFromShares(validator, shares)) >= validator.min_self_delegation) return;
  jailValidator(context, operator, validator);
}
