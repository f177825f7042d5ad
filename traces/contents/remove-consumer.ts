import * as fc from 'fast-check';
import type { RemoveConsumerContent } from '../../specs/generated/trace.ts';
import type { ContentKind } from './content.ts';
import { governedConsumer } from '../draw/index.ts';
import { consumerName } from '../format/fields.ts';
import { activeConsumers } from '../view/index.ts';

const TYPE = '/interchain_security.ccv.provider.v1.MsgRemoveConsumer';

/** `interchain_security.ccv.provider.v1.MsgRemoveConsumer`. */
export const removeConsumerContent: ContentKind<RemoveConsumerContent> = {
  message: 'remove-consumer',
  title: 'RemoveConsumerContent',
  describes: 'A consumer is stopped (MsgRemoveConsumer).',
  type: TYPE,
  fields: { consumer: consumerName },
  // Draw it rarely: nothing interesting happens on a stopped consumer.
  weight: (world) => (activeConsumers(world).length > 0 ? 0.4 : 0.05),
  draw: (world) => fc.record({ message: fc.constant('remove-consumer' as const), consumer: governedConsumer(world) }),
  build: (world, { consumer }, authority) => ({
    '@type': TYPE,
    consumer_id: world.consumerId(consumer),
    owner: authority,
  }),
};
