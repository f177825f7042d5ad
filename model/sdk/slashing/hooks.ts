import { consensusKeys } from '../../../specs/tables/slashing.ts';
import type { StakingHooks } from '../staking/hooks.ts';
import { consensusAddressOf, validatorAt } from '../staking/validators.ts';
import { startSigning } from './signing-info.ts';

/** What the slashing module does when a validator changes. The signing info of a removed validator stays. */
export const slashingHooks: StakingHooks = {
  afterValidatorCreated(context, operator) {
    const validator = validatorAt(context, operator);
    context.draft.set(consensusKeys, consensusAddressOf(validator), validator.consensus_pubkey);
  },
  afterValidatorBonded: startSigning,
  afterValidatorRemoved(context, consensusAddress) {
    context.draft.delete(consensusKeys, consensusAddress);
  },
};
