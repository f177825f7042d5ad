import * as fc from 'fast-check';
import type { AssignKeyAction } from '../../specs/generated/trace.ts';
import { queued, type ActionKind } from './action.ts';
import { consumerKeyText, malformedKey, validatorTx } from '../messages/consumer-key.ts';
import { present, rarely, someAccount, someConsumer, someKey, someMalformedKey, someValidator } from '../draw/index.ts';
import { accountName, consumerName, keyName, validatorName } from '../format/fields.ts';
import { activeConsumers } from '../view/index.ts';

/** `interchain_security.ccv.provider.v1.MsgAssignConsumerKey` (ADR-001). */
export const assignKey: ActionKind<AssignKeyAction> = {
  kind: 'assign-key',
  title: 'AssignKeyAction',
  describes: 'A validator chooses its consensus key on a consumer (MsgAssignConsumerKey).',
  sends: ['/interchain_security.ccv.provider.v1.MsgAssignConsumerKey'],
  fields: {
    consumer: consumerName,
    validator: validatorName,
    key: keyName,
    malformed: malformedKey,
    by: { ...accountName, description: 'Who signs, by default the validator.' },
  },
  optional: ['malformed', 'by'],
  weight: (world) => (activeConsumers(world).length > 0 ? 8 : 0.5),
  draw: (world) =>
    fc
      .record({
        kind: fc.constant('assign-key' as const),
        consumer: someConsumer(world),
        validator: someValidator(world),
        key: someKey(world),
        malformed: rarely(4, someMalformedKey),
        by: rarely(3, someAccount(world)),
      })
      .map(present),
  plan(world, { consumer, validator, key, malformed, by }) {
    const consumer_key = consumerKeyText(key, malformed);
    return queued(
      world,
      'provider',
      validatorTx(world, 'MsgAssignConsumerKey', { validator, consumer, by }, { consumer_key }),
    );
  },
};
