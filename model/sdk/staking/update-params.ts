import { SINGLETON } from '../../../specs/key.ts';
import { stakingParams, type StakingParamsRow } from '../../../specs/tables/staking/chain.ts';
import { ONE } from '../../../specs/value.ts';
import type { Context, MessageOf } from '../../context.ts';
import { requireAuthority } from '../authority.ts';
import { isDenom } from '../coins.ts';
import { ensure } from '../errors.ts';

/** `cosmos.staking.v1beta1.MsgUpdateParams`. */
export type MsgUpdateStakingParams = MessageOf<{ readonly authority: string; readonly params: StakingParamsRow }>;

/** Handles `MsgUpdateParams` of the staking module. What unbonds already goes on as it began. */
export function updateStakingParams(context: Context, { authority, params }: MsgUpdateStakingParams): void {
  requireAuthority(context, authority);
  const { min_commission_rate: rate } = params;
  const isValid =
    params.unbonding_time > 0n &&
    params.max_validators > 0 &&
    params.max_entries > 0 &&
    isDenom(params.bond_denom) &&
    rate >= 0n &&
    rate <= ONE;
  ensure(isValid, 'unregistered', 'the parameters of the staking module are not valid');
  context.draft.set(stakingParams, SINGLETON, params);
}
