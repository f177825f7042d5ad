import { removalQueue, removalTimes } from '../../../specs/tables/provider.ts';
import type { Context } from '../../context.ts';
import { setPhase } from '../consumer.ts';
import { stakingParamsOf } from '../../sdk/staking/params.ts';
import { enqueue } from './time-queue.ts';

/** Stops a consumer: it gets no more packets, and is deleted after the unbonding period (ADR-018). */
export function stopConsumer(context: Context, consumerId: string): void {
  const removal = context.block.time + stakingParamsOf(context).unbonding_time;
  setPhase(context, consumerId, 'CONSUMER_PHASE_STOPPED');
  context.draft.set(removalTimes, consumerId, removal);
  enqueue(context, removalQueue, removal, consumerId);
}
