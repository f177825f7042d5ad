import { delegations, delegationsByValidator } from '../../../specs/tables/staking/delegation.ts';
import type { Dec, Hex } from '../../../specs/value.ts';
import { bech32 } from '../../bech32.ts';
import type { Context } from '../../context.ts';
import { operatorText } from './validators.ts';

/** The shares that an account holds of a validator; `undefined` if it has no delegation. */
export function sharesOf({ draft }: Context, delegator: Hex, operator: Hex): Dec | undefined {
  return draft.get(delegations, delegations.key(delegator, operator))?.shares;
}

/** Writes a delegation. */
export function setShares(context: Context, delegator: Hex, operator: Hex, shares: Dec): void {
  const { draft } = context;
  draft.set(delegations, delegations.key(delegator, operator), {
    delegator_address: bech32(context.bech32Prefix, delegator),
    validator_address: operatorText(context, operator),
    shares,
  });
  draft.set(delegationsByValidator, delegationsByValidator.key(operator, delegator), '');
}

/** Removes a delegation without shares. */
export function removeDelegation({ draft }: Context, delegator: Hex, operator: Hex): void {
  draft.delete(delegations, delegations.key(delegator, operator));
  draft.delete(delegationsByValidator, delegationsByValidator.key(operator, delegator));
}
