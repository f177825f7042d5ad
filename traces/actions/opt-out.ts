import * as fc from 'fast-check';
import type { OptOutAction } from '../../specs/generated/trace.ts';
import { queued, type ActionKind } from './action.ts';
import { validatorTx } from '../messages/consumer-key.ts';
import { present, rarely, someAccount, someInsider, someLaunchedConsumer } from '../draw/index.ts';
import { accountName, consumerName, validatorName } from '../format/fields.ts';
import { launchedConsumers } from '../view/index.ts';

/** `interchain_security.ccv.provider.v1.MsgOptOut`. */
export const optOut: ActionKind<OptOutAction> = {
  kind: 'opt-out',
  title: 'OptOutAction',
  describes: 'A validator opts out of a consumer (MsgOptOut).',
  sends: ['/interchain_security.ccv.provider.v1.MsgOptOut'],
  fields: {
    consumer: consumerName,
    validator: validatorName,
    by: { ...accountName, description: 'Who signs, by default the validator.' },
  },
  optional: ['by'],
  weight: (world) => (launchedConsumers(world).length > 0 ? 3 : 0.3),
  draw: (world) =>
    someLaunchedConsumer(world).chain((consumer) =>
      fc
        .record({
          kind: fc.constant('opt-out' as const),
          consumer: fc.constant(consumer),
          validator: someInsider(world, consumer),
          by: rarely(3, someAccount(world)),
        })
        .map(present),
    ),
  plan(world, { consumer, validator, by }) {
    return queued(world, 'provider', validatorTx(world, 'MsgOptOut', { validator, consumer, by }, {}));
  },
};
