import type { Context } from '../../context.ts';
import { paramsOf } from '../params.ts';
import { bondedValidators, type StakingValidator } from '../staking.ts';

/** The active validators of the provider: the most powerful of the bonded ones (ADR-017, inactive validators). */
export function activeValidators(context: Context): StakingValidator[] {
  return bondedValidators(context).slice(0, Number(paramsOf(context).max_provider_consensus_validators));
}

/** The tokens of the active validators, which minting counts as bonded (ADR-017). */
export function activeTokens(context: Context): bigint {
  return activeValidators(context).reduce((sum, { row }) => sum + row.tokens, 0n);
}
