import * as fc from 'fast-check';
import type { UpdateConsumerAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { queued, txOf, type ActionKind } from './action.ts';
import {
  present,
  rarely,
  someAllowedDenoms,
  someChainId,
  someConsumer,
  someInfractions,
  someInitialization,
  someMetadataName,
  someOwner,
  someOwnerOf,
  somePowerShaping,
} from '../draw/index.ts';
import { accountName, chainId, coinNames, consumerName, metadataName, ownerName, shared } from '../format/fields.ts';
import { accountKey } from '../setup/keys.ts';
import { isLifted } from '../generate/lifted.ts';
import { updateConsumerMessage } from '../messages/update-consumer-message.ts';
import { activeConsumers, hasLaunched } from '../view/index.ts';

/** `interchain_security.ccv.provider.v1.MsgUpdateConsumer` (ADR-019). */
export const updateConsumer: ActionKind<UpdateConsumerAction> = {
  kind: 'update-consumer',
  title: 'UpdateConsumerAction',
  describes: 'The owner of a consumer changes its parameters or its owner (MsgUpdateConsumer).',
  sends: ['/interchain_security.ccv.provider.v1.MsgUpdateConsumer'],
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
    newOwner: ownerName,
    metadataName,
    newChainId: chainId,
  },
  optional: ['initialization', 'shaping', 'infractions', 'rewardDenoms', 'newOwner', 'metadataName', 'newChainId'],
  weight: (world) => (activeConsumers(world).length > 0 ? 3 : 0.5),
  draw: (world) =>
    someConsumer(world).chain((consumer) =>
      fc
        .record({
          kind: fc.constant('update-consumer' as const),
          consumer: fc.constant(consumer),
          by: someOwnerOf(world, consumer),
          // The provider accepts them only before the launch.
          initialization: rarely(hasLaunched(world, consumer) ? 4 : 70, someInitialization(world)),
          rewardDenoms: rarely(20, someAllowedDenoms(world)),
          shaping: rarely(60, somePowerShaping(world, 6)),
          infractions: rarely(30, someInfractions),
          newOwner: rarely(6, someOwner(world)),
          metadataName: rarely(8, someMetadataName),
          newChainId: rarely(isLifted(world, 'consumer-renamed') ? 20 : 3, someChainId(world)),
        })
        .map(({ newChainId, ...action }) =>
          present(
            action.initialization === undefined && !isLifted(world, 'consumer-renamed')
              ? action
              : { ...action, newChainId },
          ),
        ),
    ),
  plan: (world, action) =>
    queued(
      world,
      'provider',
      txOf(action.by, updateConsumerMessage(world, action, bech32('cosmos', accountKey(action.by).address))),
    ),
};
