import * as fc from 'fast-check';
import type { RemoveConsumerAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { queued, txOf, type ActionKind } from './action.ts';
import { someLaunchedConsumer, someOwnerOf } from '../draw/index.ts';
import { accountName, consumerName } from '../format/fields.ts';
import { accountKey } from '../setup/keys.ts';

const TYPE = '/interchain_security.ccv.provider.v1.MsgRemoveConsumer';

/** `interchain_security.ccv.provider.v1.MsgRemoveConsumer`. */
export const removeConsumer: ActionKind<RemoveConsumerAction> = {
  kind: 'remove-consumer',
  title: 'RemoveConsumerAction',
  describes: 'The owner of a consumer stops it (MsgRemoveConsumer).',
  sends: [TYPE],
  fields: { consumer: consumerName, by: accountName },
  // Draw it rarely: nothing interesting happens on a stopped consumer.
  weight: () => 0.3,
  draw: (world) =>
    someLaunchedConsumer(world).chain((consumer) =>
      fc.record({
        kind: fc.constant('remove-consumer' as const),
        consumer: fc.constant(consumer),
        by: someOwnerOf(world, consumer),
      }),
    ),
  plan(world, { consumer, by }) {
    return queued(
      world,
      'provider',
      txOf(by, {
        '@type': TYPE,
        consumer_id: world.consumerId(consumer),
        owner: bech32('cosmos', accountKey(by).address),
      }),
    );
  },
};
