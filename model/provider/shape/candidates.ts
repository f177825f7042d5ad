import type { Context } from '../../context.ts';
import { paramsOf } from '../params.ts';
import { bondedByPower, type StakingValidator } from '../staking.ts';

/** The validators that may validate consumers: all bonded ones, the most powerful first. */
export function bondedValidators(context: Context): StakingValidator[] {
  return bondedByPower(context);
}

/** The validators of the provider's own consensus: the most powerful of the bonded ones (ADR-017, inactive validators). */
export function activeValidators(context: Context): StakingValidator[] {
  return bondedByPower(context).slice(0, Number(paramsOf(context).max_provider_consensus_validators));
}
