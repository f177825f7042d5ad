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
  describes: 'A consumer starts from the genesis that the provider made for it when it launched.',
  sends: [],
  fields: {
    consumer: consumerName,
    rewardDenoms: { ...plainDenoms, description: 'What of its own the consumer shares with the provider.' },
    providerRewardDenoms: { ...plainDenoms, description: 'What of the provider it gives back as rewards.' },
  },
  optional: ['rewardDenoms', 'providerRewardDenoms'],
  weight: (world) => (waitingConsumers(world).length > 0 ? 20 : 0.3),
  draw: (world) =>
    fc
      .tuple(someConsumer(world), someRewardDenoms(world))
      .map(([consumer, denoms]) => ({ kind: 'start-consumer' as const, consumer, ...denoms })),
  *plan(world, { consumer, rewardDenoms = [], providerRewardDenoms = [] }) {
    const ccv = rowsOf(world.provider.model.state, consumerGenesis).get(world.consumerId(consumer));
    if (ccv === undefined || world.chains.has(consumer) || isTooLate(ccv, world.clock)) return;
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
  },
};

/**
 * Whether no chain can start from a genesis, because the trusting period of its client is over (ICS-07). A program stops itself on
 * such a genesis before it has answered anything, so there is nothing to compare.
 */
function isTooLate(ccv: ConsumerGenesisRow, now: Nanos): boolean {
  const { client_state, consensus_state } = ccv.provider;
  // Over a connection that is there only a chain that ran before goes on.
  if (ccv.preCCV) return true;
  // The provider module writes these two with the types of ICS-07 alone.
  const { trusting_period } = client_state as TendermintClientState;
  const { timestamp } = consensus_state as TendermintConsensusState;
  return timestamp + trusting_period <= now;
}
