import type { Context } from '../../context.ts';
import { ensureChainId } from '../consumer.ts';
import { assignKey } from '../keys/assign.ts';
import { parseConsumerKey } from '../keys/parse.ts';
import type { MsgAssignConsumerKey } from './types.ts';
import { signingValidator } from './validator.ts';

/** A validator chooses its key on a consumer (ADR-001). */
export function assignConsumerKey(context: Context, message: MsgAssignConsumerKey): void {
  const validator = signingValidator(context, message.provider_addr);
  assignKey(context, message.consumer_id, validator, parseConsumerKey(message.consumer_key));
  ensureChainId(context, message.consumer_id);
}
