import * as fc from 'fast-check';
import type { SetConsumerCommissionAction } from '../../specs/generated/trace.ts';
import { queued, type ActionKind } from './action.ts';
import { validatorTx } from '../messages/consumer-key.ts';
import { present, rarely, someAccount, someConsumer, someFraction, someValidator } from '../draw/index.ts';
import { accountName, consumerName, fraction, validatorName } from '../format/fields.ts';
import { decimal } from '../../model/sdk/decimal-text.ts';
import { activeConsumers } from '../view/index.ts';

/** `interchain_security.ccv.provider.v1.MsgSetConsumerCommissionRate`. */
export const setConsumerCommission: ActionKind<SetConsumerCommissionAction> = {
  kind: 'set-consumer-commission',
  title: 'SetConsumerCommissionAction',
  describes: 'A validator sets its commission rate for the rewards of one consumer (MsgSetConsumerCommissionRate).',
  sends: ['/interchain_security.ccv.provider.v1.MsgSetConsumerCommissionRate'],
  fields: {
    consumer: consumerName,
    validator: validatorName,
    rate: fraction,
    by: { ...accountName, description: 'Who signs, by default the validator.' },
  },
  optional: ['by'],
  weight: (world) => (activeConsumers(world).length > 0 ? 2 : 0.5),
  draw: (world) =>
    fc
      .record({
        kind: fc.constant('set-consumer-commission' as const),
        consumer: someConsumer(world),
        validator: someValidator(world),
        rate: someFraction,
        by: rarely(3, someAccount(world)),
      })
      .map(present),
  plan(world, { consumer, validator, rate, by }) {
    const fields = { rate: decimal(rate) };
    return queued(
      world,
      'provider',
      validatorTx(world, 'MsgSetConsumerCommissionRate', { validator, consumer, by }, fields),
    );
  },
};
