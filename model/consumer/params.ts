import { consumerParams, type ConsumerParamsRow } from '../../specs/tables/consumer.ts';
import type { Context, MessageOf } from '../context.ts';
import { requireAuthority } from '../sdk/authority.ts';

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

/** `interchain_security.ccv.consumer.v1.MsgUpdateParams`. */
export type MsgUpdateConsumerParams = MessageOf<{ readonly authority: string; readonly params: ConsumerParamsRow }>;

/** Handles `MsgUpdateParams`. The authority is the account of a module that a plain consumer does not run. */
export function updateConsumerParams(context: Context, { authority, params }: MsgUpdateConsumerParams): void {
  requireAuthority(context, authority);
  context.draft.set(consumerParams, '', params);
}
