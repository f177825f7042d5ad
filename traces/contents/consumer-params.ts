import * as fc from 'fast-check';
import type { ConsumerParamsContent } from '../../specs/generated/trace.ts';
import { consumerParams } from '../../specs/tables/consumer.ts';
import type { ContentKind } from '../content.ts';
import { someStartedConsumer } from '../draw.ts';
import { consumerName } from '../fields.ts';
import { rowsOf } from '../world/ibc.ts';

/** `interchain_security.ccv.consumer.v1.MsgUpdateParams`, which a provider knows the form of and no module handles. */
export const consumerParamsContent: ContentKind<ConsumerParamsContent> = {
  message: 'consumer-params',
  title: 'ConsumerParamsContent',
  describes: "Other parameters of a consumer's CCV module (MsgUpdateParams).",
  fields: { consumer: consumerName, enabled: { type: 'boolean' } },
  weight: (world) => (world.chains.size > 1 ? 0.5 : 0),
  draw: (world) =>
    fc.record({
      message: fc.constant('consumer-params' as const),
      consumer: someStartedConsumer(world),
      enabled: fc.boolean(),
    }),
  build(world, { consumer, enabled }, authority) {
    const state = world.chains.get(consumer)?.model.state;
    const before = state === undefined ? undefined : rowsOf(state, consumerParams).get('');
    return {
      '@type': '/interchain_security.ccv.consumer.v1.MsgUpdateParams',
      authority,
      params: { ...before, enabled },
    };
  },
};
