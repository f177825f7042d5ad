import type { Context } from '../context.ts';
import { bondedValidatorsByPower, type RankedValidator } from '../sdk/staking/ranking.ts';
import { paramsOf } from './params.ts';

/** The validators whose power votes on proposals: the active ones of the provider (ADR-017). */
export function electorate(context: Context): readonly RankedValidator[] {
  return bondedValidatorsByPower(context).slice(0, Number(paramsOf(context).max_provider_consensus_validators));
}
