import type { Dec, Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';

/**
 * What other modules do when a validator changes (SDK, `StakingHooks`), as far as any of them does something.
 * A hook that throws a `Refusal` refuses the message that it is part of.
 */
export interface StakingHooks {
  /** A message has created a validator, which has no delegation yet. */
  afterValidatorCreated?(context: Context, operator: Hex): void;
  /** A validator without delegations was removed. */
  afterValidatorRemoved?(context: Context, consensusAddress: Hex, operator: Hex): void;
  /** A validator has entered the bonded set. */
  afterValidatorBonded?(context: Context, consensusAddress: Hex, operator: Hex): void;
  /** A validator has left the bonded set. */
  afterValidatorBeginUnbonding?(context: Context, consensusAddress: Hex, operator: Hex): void;
  /** A validator is about to lose a part of its own tokens. */
  beforeValidatorSlashed?(context: Context, operator: Hex, fraction: Dec): void;
  /** An account is about to delegate to a validator for the first time. */
  beforeDelegationCreated?(context: Context, delegator: Hex, operator: Hex): void;
  /** The shares of a delegation are about to change. */
  beforeDelegationSharesModified?(context: Context, delegator: Hex, operator: Hex): void;
  /** A delegation has shares that it did not have before. The tokens that it gives back still count. */
  afterDelegationModified?(context: Context, delegator: Hex, operator: Hex): void;
}

/** Runs several hooks as one, in their order. */
export function composeHooks(all: readonly StakingHooks[]): StakingHooks {
  return {
    afterValidatorCreated: (...args) => all.forEach((hooks) => hooks.afterValidatorCreated?.(...args)),
    afterValidatorRemoved: (...args) => all.forEach((hooks) => hooks.afterValidatorRemoved?.(...args)),
    afterValidatorBonded: (...args) => all.forEach((hooks) => hooks.afterValidatorBonded?.(...args)),
    afterValidatorBeginUnbonding: (...args) => all.forEach((hooks) => hooks.afterValidatorBeginUnbonding?.(...args)),
    beforeValidatorSlashed: (...args) => all.forEach((hooks) => hooks.beforeValidatorSlashed?.(...args)),
    beforeDelegationCreated: (...args) => all.forEach((hooks) => hooks.beforeDelegationCreated?.(...args)),
    beforeDelegationSharesModified: (...args) =>
      all.forEach((hooks) => hooks.beforeDelegationSharesModified?.(...args)),
    afterDelegationModified: (...args) => all.forEach((hooks) => hooks.afterDelegationModified?.(...args)),
  };
}
