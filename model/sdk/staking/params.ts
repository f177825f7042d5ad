import { SINGLETON } from '../../../specs/key.ts';
import { stakingParams, type StakingParamsRow } from '../../../specs/tables/staking/chain.ts';
import type { Context } from '../../context.ts';

/** The parameters of the staking module. Throws before the genesis has set them. */
export function stakingParamsOf({ draft }: Context): StakingParamsRow {
  const params = draft.get(stakingParams, SINGLETON);
  if (params === undefined) throw new Error('the staking module has no parameters yet');
  return params;
}
