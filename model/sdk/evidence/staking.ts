import { haltIfRefused } from '../../halt.ts';
import type { StakingHooks } from '../staking/hooks.ts';
import { jailValidator } from '../staking/jail.ts';
import { slash } from '../staking/slash.ts';
import { findByConsensusAddress, operatorAt, validatorAt } from '../staking/validators.ts';
import type { EvidenceStaking } from './module.ts';

/** How a chain with a staking module of its own, such as a provider, punishes validators that signed twice. */
export function stakingEquivocation(hooks: StakingHooks): EvidenceStaking {
  return {
    canBePunished(context, consensusAddress) {
      const validator = findByConsensusAddress(context, consensusAddress);
      return validator !== undefined && validator.status !== 'BOND_STATUS_UNBONDED';
    },
    punishEquivocation(context, infraction) {
      haltIfRefused('staking/slash-refused', () => slash(context, hooks, infraction));
      const operator = operatorAt(context, infraction.consensusAddress);
      const validator = operator === undefined ? undefined : validatorAt(context, operator);
      if (operator !== undefined && validator?.jailed === false) jailValidator(context, operator, validator);
    },
  };
}
