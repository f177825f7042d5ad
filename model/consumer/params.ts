import { SINGLETON } from '../../specs/key.ts';
import { consumerParams, type ConsumerParamsRow } from '../../specs/tables/consumer.ts';
import { ONE } from '../../specs/value.ts';
import type { Context, MessageOf } from '../context.ts';
import { checkChannelId } from '../ibc/identifier.ts';
import { requireAuthority } from '../sdk/authority.ts';
import { isDenom } from '../sdk/coins.ts';
import { parseDecimal } from '../sdk/decimal-text.ts';
import { ensure } from './errors.ts';

/** The parameters of the module. Throws before the genesis sets them. */
export function paramsOf({ draft }: Context): ConsumerParamsRow {
  const params = draft.get(consumerParams, SINGLETON);
  if (params === undefined) throw new Error('the consumer has no parameters yet');
  return params;
}

/** Changes some of the parameters. */
export function setParams(context: Context, change: Partial<ConsumerParamsRow>): void {
  const params: ConsumerParamsRow = { ...paramsOf(context), ...change } as ConsumerParamsRow;
  context.draft.set(consumerParams, SINGLETON, params);
}

/** `interchain_security.ccv.consumer.v1.MsgUpdateParams`. */
export type MsgUpdateConsumerParams = MessageOf<{ readonly authority: string; readonly params: ConsumerParamsRow }>;

/**
 * Handles `MsgUpdateParams`: replaces all parameters at once. The authority is the account of the governance module, which
 * only a democracy consumer has.
 */
export function updateConsumerParams(context: Context, { authority, params }: MsgUpdateConsumerParams): void {
  requireAuthority(context, authority);
  const { distribution_transmission_channel: channel, consumer_redistribution_fraction } = params;
  if (channel !== '') checkChannelId(channel);
  const fraction = parseDecimal(consumer_redistribution_fraction);
  const periods = [params.ccv_timeout_period, params.transfer_timeout_period, params.unbonding_period];
  const isValid =
    params.blocks_per_distribution_transmission > 0n &&
    params.historical_entries > 0n &&
    [...periods, params.retry_delay_period].every((period) => period > 0n) &&
    fraction !== undefined &&
    fraction >= 0n &&
    fraction <= ONE &&
    [...params.reward_denoms, ...params.provider_reward_denoms].every(isDenom);
  ensure(isValid, 'unregistered', 'the parameters of the consumer module are not valid');
  context.draft.set(consumerParams, SINGLETON, params);
}
