import { rowsOf } from '../../specs/rows.ts';
import * as fc from 'fast-check';
import type { StartConsumerAction } from '../../specs/generated/trace.ts';
import type { TendermintClientState, TendermintConsensusState } from '../../specs/tables/ibc/client.ts';
import { consumerGenesis, type ConsumerGenesisRow } from '../../specs/tables/provider/consumers.ts';
import type { Nanos } from '../../specs/value.ts';
import type { ActionKind } from './action.ts';
import { someConsumer, someRewardDenoms } from '../draw/index.ts';
import { consumerName, plainDenoms } from '../format/fields.ts';
import { genesisAccounts, slashingParams, stakersGenesis } from '../setup/setup.ts';
import { waitingConsumers } from '../view/index.ts';

/** Takes the consumer genesis from the provider and starts the consumer from it (ICS-028, CCV initialization). */
export const startConsumer: ActionKind<StartConsumerAction> = {
  kind: 'start-consumer',
  title: 'StartConsumerAction',
  describes: 'A consumer starts from the genesis that the provider made at the launch.',
  sends: [],
  fields: {
    consumer: consumerName,
    rewardDenoms: {
      ...plainDenoms,
      description: 'Native denominations that the consumer sends to the provider as rewards.',
    },
    providerRewardDenoms: {
      ...plainDenoms,
      description: 'Denominations of the provider that the consumer sends back as rewards.',
    },
  },
  optional: ['rewardDenoms', 'providerRewardDenoms'],
  weight: (world) => (waitingConsumers(world).length > 0 ? 20 : 0.3),
  draw: (world) =>
    fc
      .tuple(someConsumer(world), someRewardDenoms(world))
      .map(([consumer, denoms]) => ({ kind: 'start-consumer' as const, consumer, ...denoms })),
  *plan(world, { consumer, rewardDenoms = [], providerRewardDenoms = [] }) {
    const ccv = rowsOf(world.provider.model.state, consumerGenesis).get(world.consumerId(consumer));
    if (world.chains.has(consumer)) return `${consumer} has started before`;
    if (ccv === undefined) return `the provider has no genesis for ${consumer}`;
    // Only a standalone chain reuses an existing connection.
    if (ccv.preCCV) return `the genesis of ${consumer} is for a standalone chain`;
    if (isTooLate(ccv, world.clock)) return `the trusting period of the client in the genesis of ${consumer} is over`;
    yield {
      kind: 'start',
      chain: consumer,
      genesis: {
        kind: 'consumer',
        chainId: world.chainIdOf(consumer),
        time: world.clock,
        accounts: genesisAccounts(world.setup),
        slashing: slashingParams(BigInt(world.setup.consumerSignedBlocksWindow)),
        ccv,
        reward_denoms: rewardDenoms,
        provider_reward_denoms: providerRewardDenoms,
        ...(world.model.features.consumer.has('democracy') && { democracy: stakersGenesis(world.setup) }),
      },
    };
    return undefined;
  },
};

/**
 * Whether the trusting period of the client in a genesis is over (ICS-07). A program panics on such a genesis before it
 * responds, so there is nothing to compare.
 */
function isTooLate(ccv: ConsumerGenesisRow, now: Nanos): boolean {
  const { client_state, consensus_state } = ccv.provider;
  // The provider module writes only ICS-07 client and consensus states.
  const { trusting_period } = client_state as TendermintClientState;
  const { timestamp } = consensus_state as TendermintConsensusState;
  return timestamp + trusting_period <= now;
}
