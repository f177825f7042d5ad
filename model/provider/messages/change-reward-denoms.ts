import { consumerRewardDenoms } from '../../../specs/tables/provider.ts';
import type { Context, MessageOf } from '../../context.ts';
import { authority } from '../../sdk/authority.ts';
import { ensure } from '../errors.ts';

/** `interchain_security.ccv.provider.v1.MsgChangeRewardDenoms`. */
export type MsgChangeRewardDenoms = MessageOf<{
  readonly denoms_to_add: readonly string[];
  readonly denoms_to_remove: readonly string[];
  readonly authority: string;
}>;

/** Governance adds or removes denominations that consumers can pay rewards in. A change without effect is no error. */
export function changeRewardDenoms(context: Context, message: MsgChangeRewardDenoms): void {
  const { draft } = context;
  ensure(
    message.authority === authority(context),
    'unauthorized',
    `${message.authority} is not the governance account`,
  );
  for (const denom of message.denoms_to_add) draft.set(consumerRewardDenoms, denom, '');
  for (const denom of message.denoms_to_remove) draft.delete(consumerRewardDenoms, denom);
}
