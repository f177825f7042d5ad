import { consumerOwners } from '../../../specs/tables/provider.ts';
import type { Context } from '../../context.ts';
import { isLaunched } from '../consumer.ts';
import { ensure } from '../errors.ts';
import { stopConsumer } from '../lifecycle/stop.ts';
import type { MsgRemoveConsumer } from './types.ts';

/** The owner stops a launched consumer (ICS-028, ME [CCV-PCF-HCRPROP]; ADR-019). */
export function removeConsumer(context: Context, { consumer_id: consumerId, owner }: MsgRemoveConsumer): void {
  const known = context.draft.get(consumerOwners, consumerId);
  ensure(known !== undefined, 'noOwner', `consumer ${consumerId} has no owner`);
  ensure(owner === known, 'unauthorized', `consumer ${consumerId} is not owned by ${owner}`);
  ensure(isLaunched(context, consumerId), 'invalidPhase', `consumer ${consumerId} is not launched`);
  stopConsumer(context, consumerId);
}
