import { minimumPowerInTopN, optedIn } from '../../../specs/tables/provider.ts';
import type { Context } from '../../context.ts';
import { ensureChainId, phaseOf, powerShapingOf } from '../consumer.ts';
import { ensure } from '../errors.ts';
import type { MsgOptOut } from './types.ts';
import { signingValidator } from './validator.ts';

/** A validator leaves a launched consumer from the next epoch on (ADR-015), unless it is one of its top N. */
export function optOut(context: Context, { provider_addr, consumer_id }: MsgOptOut): void {
  const { consensusAddress, lastPower } = signingValidator(context, provider_addr);
  const phase = phaseOf(context, consumer_id);
  ensure(phase !== 'CONSUMER_PHASE_UNSPECIFIED', 'unknownConsumer', `there is no consumer ${consumer_id}`);
  ensure(phase === 'CONSUMER_PHASE_LAUNCHED', 'invalidPhase', `consumer ${consumer_id} is not launched`);
  if (powerShapingOf(context, consumer_id).top_N > 0) {
    const least = context.draft.get(minimumPowerInTopN, consumer_id);
    ensure(least !== undefined, 'unknownConsumer', `consumer ${consumer_id} has no minimum power`);
    ensure(lastPower < least, 'inTopN', 'the validator is one of the top N');
  }
  context.draft.delete(optedIn, optedIn.key(consumer_id, consensusAddress));
  ensureChainId(context, consumer_id);
}
