import { consumerCommissionRates } from '../../../specs/tables/provider.ts';
import type { Context } from '../../context.ts';
import { ensureChainId, isActive } from '../consumer.ts';
import { ensure } from '../errors.ts';
import { stakingParamsOf } from '../../sdk/staking/params.ts';
import type { MsgSetConsumerCommissionRate } from './types.ts';
import { signingValidator } from './validator.ts';

/** A validator sets its commission rate for a consumer, at least the minimum rate of the chain. */
export function setCommissionRate(context: Context, message: MsgSetConsumerCommissionRate): void {
  const { provider_addr, consumer_id, rate } = message;
  const { consensusAddress } = signingValidator(context, provider_addr);
  ensure(isActive(context, consumer_id), 'invalidPhase', `consumer ${consumer_id} is not active`);
  const { min_commission_rate: least } = stakingParamsOf(context);
  ensure(rate >= least, 'belowMinimumRate', 'the rate is below the minimum');
  context.draft.set(consumerCommissionRates, consumerCommissionRates.key(consumer_id, consensusAddress), rate);
  ensureChainId(context, consumer_id);
}
