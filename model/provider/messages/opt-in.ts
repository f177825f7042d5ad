import { optedIn } from '../../../specs/tables/provider.ts';
import type { Context } from '../../context.ts';
import { ensureChainId, isActive } from '../consumer.ts';
import { ensure } from '../errors.ts';
import { assignKey } from '../keys/assign.ts';
import { parseConsumerKey } from '../keys/parse.ts';
import type { MsgOptIn } from './types.ts';
import { signingValidator } from './validator.ts';

/** A validator joins a consumer from the next epoch on (ADR-015), with a key of its own for it or without. */
export function optIn(context: Context, { provider_addr, consumer_id, consumer_key }: MsgOptIn): void {
  const validator = signingValidator(context, provider_addr);
  ensure(isActive(context, consumer_id), 'invalidPhase', `consumer ${consumer_id} is not active`);
  context.draft.set(optedIn, optedIn.key(consumer_id, validator.consensusAddress), '');
  if (consumer_key !== '') assignKey(context, consumer_id, validator, parseConsumerKey(consumer_key));
  ensureChainId(context, consumer_id);
}
