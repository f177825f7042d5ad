import * as fc from 'fast-check';
import type { UpdateConsumerContent } from '../../specs/generated/trace.ts';
import type { ContentKind } from './content.ts';
import { governedConsumer, present, rarely, someInitialization, someOwner, somePowerShaping } from '../draw/index.ts';
import { consumerName, ownerName, shared } from '../format/fields.ts';
import { updateConsumerMessage } from '../messages/update-consumer-message.ts';
import { activeConsumers, hasLaunched } from '../view/index.ts';

/** `interchain_security.ccv.provider.v1.MsgUpdateConsumer` (ADR-019). Only governance can make a Top N chain. */
export const updateConsumerContent: ContentKind<UpdateConsumerContent> = {
  message: 'update-consumer',
  title: 'UpdateConsumerContent',
  describes: 'The parameters or the owner of a consumer change (MsgUpdateConsumer).',
  type: '/interchain_security.ccv.provider.v1.MsgUpdateConsumer',
  fields: {
    consumer: consumerName,
    initialization: shared('Initialization'),
    shaping: shared('PowerShaping'),
    newOwner: ownerName,
  },
  optional: ['initialization', 'shaping', 'newOwner'],
  weight: (world) => (activeConsumers(world).length > 0 ? 6 : 0.2),
  draw: (world) =>
    governedConsumer(world).chain((consumer) =>
      fc
        .record({
          message: fc.constant('update-consumer' as const),
          consumer: fc.constant(consumer),
          initialization: rarely(hasLaunched(world, consumer) ? 4 : 50, someInitialization(world)),
          shaping: rarely(80, somePowerShaping(world, 60)),
          newOwner: rarely(8, someOwner(world)),
        })
        .map(present),
    ),
  build: (world, content, authority) => updateConsumerMessage(world, content, authority),
};
