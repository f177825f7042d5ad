import * as fc from 'fast-check';
import type { OptInAction } from '../../specs/generated/trace.ts';
import { queued, type ActionKind } from './action.ts';
import { consumerKeyText, malformedKey, validatorTx } from '../messages/consumer-key.ts';
import { present, rarely, someAccount, someConsumer, someKey, someMalformedKey, someOutsider } from '../draw/index.ts';
import { accountName, consumerName, keyName, validatorName } from '../format/fields.ts';
import { activeConsumers } from '../view/index.ts';

/** `interchain_security.ccv.provider.v1.MsgOptIn`. */
export const optIn: ActionKind<OptInAction> = {
  kind: 'opt-in',
  title: 'OptInAction',
  describes: 'A validator opts in to a consumer, with or without a consumer key (MsgOptIn).',
  sends: ['/interchain_security.ccv.provider.v1.MsgOptIn'],
  fields: {
    consumer: consumerName,
    validator: validatorName,
    key: keyName,
    malformed: malformedKey,
    by: { ...accountName, description: 'Who signs, by default the validator.' },
  },
  optional: ['key', 'malformed', 'by'],
  weight: (world) => (activeConsumers(world).length > 0 ? 8 : 0.5),
  draw: (world) =>
    someConsumer(world).chain((consumer) =>
      fc
        .record({
          kind: fc.constant('opt-in' as const),
          consumer: fc.constant(consumer),
          validator: someOutsider(world, consumer),
          key: rarely(35, someKey(world)),
          malformed: rarely(2, someMalformedKey),
          by: rarely(3, someAccount(world)),
        })
        .map(present),
    ),
  plan(world, { consumer, validator, key, malformed, by }) {
    const consumer_key =
      key === undefined && malformed === undefined ? '' : consumerKeyText(key ?? validator, malformed);
    return queued(world, 'provider', validatorTx(world, 'MsgOptIn', { validator, consumer, by }, { consumer_key }));
  },
};
