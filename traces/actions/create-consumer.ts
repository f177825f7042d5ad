import * as fc from 'fast-check';
import type { CreateConsumerAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { queued, txOf, type ActionKind } from './action.ts';
import { createConsumerMessage } from '../messages/create-consumer-message.ts';
import {
  present,
  rarely,
  someAllowedDenoms,
  someAccount,
  someChainId,
  someInfractions,
  someInitialization,
  someMetadataName,
  someNewConsumer,
  somePowerShaping,
} from '../draw/index.ts';
import { accountName, chainId, coinNames, consumerName, metadataName, shared } from '../format/fields.ts';
import { accountKey } from '../setup/keys.ts';
import { freeConsumers } from '../view/index.ts';

/** `interchain_security.ccv.provider.v1.MsgCreateConsumer` (ADR-019). */
export const createConsumer: ActionKind<CreateConsumerAction> = {
  kind: 'create-consumer',
  title: 'CreateConsumerAction',
  describes: 'An account registers a consumer and owns it (MsgCreateConsumer).',
  sends: ['/interchain_security.ccv.provider.v1.MsgCreateConsumer'],
  fields: {
    consumer: consumerName,
    by: accountName,
    initialization: shared('Initialization'),
    shaping: shared('PowerShaping'),
    infractions: shared('Infractions'),
    rewardDenoms: {
      ...coinNames,
      description: 'The denominations on the provider that it accepts as rewards of the consumer.',
    },
    metadataName,
    chainId: { ...chainId, description: 'A chain id to use instead of the default for this name.' },
  },
  optional: ['initialization', 'shaping', 'infractions', 'rewardDenoms', 'metadataName', 'chainId'],
  weight: (world) => (freeConsumers(world).length > 0 ? 3 : 0.2),
  draw: (world) =>
    fc
      .record({
        kind: fc.constant('create-consumer' as const),
        consumer: someNewConsumer(world),
        by: someAccount(world),
        initialization: rarely(90, someInitialization(world)),
        rewardDenoms: rarely(20, someAllowedDenoms(world)),
        shaping: rarely(40, somePowerShaping(world, 2)),
        infractions: rarely(35, someInfractions),
        metadataName: rarely(3, someMetadataName),
        chainId: rarely(4, someChainId(world)),
      })
      .map(present),
  plan: (world, { by, ...consumer }) =>
    queued(
      world,
      'provider',
      txOf(by, createConsumerMessage(world, consumer, bech32('cosmos', accountKey(by).address))),
    ),
};
