import { consumerParams, type ConsumerParamsRow } from '../../specs/tables/consumer.ts';
import type { Context } from '../context.ts';

/** The parameters of the module; they are there from genesis on. */
export function paramsOf({ draft }: Context): ConsumerParamsRow {
  const params = draft.get(consumerParams, '');
  if (params === undefined) throw new Error('the consumer has no parameters yet');
  return params;
}

/** Changes some of the parameters. */
export function setParams(context: Context, change: Partial<ConsumerParamsRow>): void {
  const params: ConsumerParamsRow = { ...paramsOf(context), ...change } as ConsumerParamsRow;
  context.draft.set(consumerParams, '', params);
}
