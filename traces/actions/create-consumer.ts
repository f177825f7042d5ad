import * as fc from 'fast-check';
import type { CreateConsumerAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { queued, txOf, type ActionKind } from '../action.ts';
import { denomOn } from '../coin-name.ts';
import {
  infractionsMessage,
  initializationMessage,
  metadataMessage,
  powerShapingMessage,
} from '../consumer-parameters.ts';
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
} from '../draw.ts';
import { accountName, chainId, coinNames, consumerName, metadataName, shared } from '../fields.ts';
import { accountKey } from '../keys.ts';
import { missingConsumers } from '../view.ts';

/** `interchain_security.ccv.provider.v1.MsgCreateConsumer` (ADR-019). */
export const createConsumer: ActionKind<CreateConsumerAction> = {
  kind: 'create-consumer',
  title: 'CreateConsumerAction',
  describes: 'An account registers a consumer and owns it (MsgCreateConsumer).',
  fields: {
    consumer: consumerName,
    by: accountName,
    initialization: shared('Initialization'),
    shaping: shared('PowerShaping'),
    infractions: shared('Infractions'),
    rewardDenoms: { ...coinNames, description: 'The denominations of the provider that the consumer may pay in.' },
    metadataName,
    chainId: { ...chainId, description: 'A chain id in place of the one that belongs to the name.' },
  },
  optional: ['initialization', 'shaping', 'infractions', 'rewardDenoms', 'metadataName', 'chainId'],
  weight: (world) => (missingConsumers(world).length > 0 ? 3 : 0.2),
  draw: (world) =>
    fc
      .record({
        kind: fc.constant('create-consumer' as const),
        consumer: someNewConsumer(world),
        by: someAccount(world),
        initialization: rarely(90, someInitialization),
        rewardDenoms: rarely(20, someAllowedDenoms(world)),
        shaping: rarely(40, somePowerShaping(world, 2)),
        infractions: rarely(35, someInfractions),
        metadataName: rarely(3, someMetadataName),
        chainId: rarely(4, someChainId(world)),
      })
      .map(present),
  plan(
    world,
    {
      consumer,
      by,
      initialization,
      shaping,
      infractions,
      rewardDenoms,
      metadataName = consumer,
      chainId = world.chainIdOf(consumer),
    },
  ) {
    return queued(
      world,
      'provider',
      txOf(by, {
        '@type': '/interchain_security.ccv.provider.v1.MsgCreateConsumer',
        submitter: bech32('cosmos', accountKey(by).address),
        chain_id: chainId,
        metadata: metadataMessage(metadataName),
        initialization_parameters: initializationMessage(world, chainId, initialization),
        power_shaping_parameters: powerShapingMessage(shaping),
        allowlisted_reward_denoms:
          rewardDenoms === undefined ? null : { denoms: rewardDenoms.map((name) => denomOn(world, 'provider', name)) },
        infraction_parameters: infractionsMessage(infractions),
      }),
    );
  },
};
