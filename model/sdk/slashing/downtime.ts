import { Halt, haltIfRefused } from '../../halt.ts';
import type { StakingHooks } from '../staking/hooks.ts';
import { jailValidator } from '../staking/jail.ts';
import { slash } from '../staking/slash.ts';
import { findByConsensusAddress, operatorAt, validatorAt } from '../staking/validators.ts';
import type { SlashingStaking } from './liveness.ts';

/** How a chain with a staking module of its own, such as a provider, punishes downtime. */
export function stakingDowntime(hooks: StakingHooks): SlashingStaking {
  return {
    isJailed(context, consensusAddress) {
      const validator = findByConsensusAddress(context, consensusAddress);
      // It was removed while the consensus engine still counted on it: the unbonding time passed in a single block.
      if (validator === undefined)
        throw new Halt('slashing/voter-unknown', `${consensusAddress} votes and is no validator`);
      return validator.jailed;
    },
    punishDowntime(context, downtime) {
      haltIfRefused('staking/slash-refused', () => slash(context, hooks, downtime));
      const operator = operatorAt(context, downtime.consensusAddress);
      if (operator !== undefined) jailValidator(context, operator, validatorAt(context, operator));
    },
  };
}
