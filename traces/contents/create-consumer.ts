import * as fc from 'fast-check';
import type { CreateConsumerContent } from '../../specs/generated/trace.ts';
import type { ContentKind } from './content.ts';
import { createConsumerMessage } from '../messages/create-consumer-message.ts';
import { present, rarely, someInitialization, someNewConsumer, somePowerShaping } from '../draw/index.ts';
import { consumerName, shared } from '../format/fields.ts';
import { freeConsumers } from '../view/index.ts';

/** `interchain_security.ccv.provider.v1.MsgCreateConsumer` (ADR-019): governance owns the consumer from the start. */
export const createConsumerContent: ContentKind<CreateConsumerContent> = {
  message: 'create-consumer',
  title: 'CreateConsumerContent',
  describes: 'A consumer is registered (MsgCreateConsumer).',
  type: '/interchain_security.ccv.provider.v1.MsgCreateConsumer',
  fields: { consumer: consumerName, initialization: shared('Initialization'), shaping: shared('PowerShaping') },
  optional: ['initialization', 'shaping'],
  weight: (world) => (freeConsumers(world).length > 0 ? 0.5 : 0.1),
  draw: (world) =>
    fc
      .record({
        message: fc.constant('create-consumer' as const),
        consumer: someNewConsumer(world),
        initialization: rarely(90, someInitialization(world)),
        shaping: rarely(40, somePowerShaping(world, 10)),
      })
      .map(present),
  build: createConsumerMessage,
};
