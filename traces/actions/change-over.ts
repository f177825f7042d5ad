import { rowsOf } from '../../specs/rows.ts';
import * as fc from 'fast-check';
import type { ChangeOverAction } from '../../specs/generated/trace.ts';
import { consumerGenesis } from '../../specs/tables/provider/consumers.ts';
import type { ActionKind } from './action.ts';
import { someConsumer, someRewardDenoms } from '../draw/index.ts';
import { consumerName, plainDenoms } from '../format/fields.ts';
import { blockOrder } from '../world/order.ts';
import { waitsForChangeover } from '../world/world.ts';

/** No message: the operators of a chain that lived on its own put the program of a consumer in its place (ADR-010). */
export const changeOver: ActionKind<ChangeOverAction> = {
  kind: 'change-over',
  title: 'ChangeOverAction',
  describes:
    'A chain that lived on its own, and has stopped because its plan says so, goes on with the program of a consumer and ' +
    'the genesis that the provider made for it.',
  sends: [],
  fields: {
    consumer: consumerName,
    rewardDenoms: { ...plainDenoms, description: 'What of its own the consumer shares with the provider.' },
    providerRewardDenoms: { ...plainDenoms, description: 'What of the provider it gives back as rewards.' },
  },
  optional: ['rewardDenoms', 'providerRewardDenoms'],
  weight: (world) => ([...world.chains.values()].some(waitsForChangeover) ? 10 : 0),
  draw: (world) =>
    fc
      .tuple(someConsumer(world), someRewardDenoms(world))
      .map(([consumer, denoms]) => ({ kind: 'change-over' as const, consumer, ...denoms })),
  *plan(world, { consumer, rewardDenoms = [], providerRewardDenoms = [] }) {
    const chain = world.chains.get(consumer);
    const ccv = rowsOf(world.provider.model.state, consumerGenesis).get(world.consumerId(consumer));
    if (ccv === undefined || chain?.genesis.kind !== 'sovereign' || !waitsForChangeover(chain)) return;
    const { chainId, accounts, slashing, staking, distribution, mint, gov } = chain.genesis;
    yield {
      kind: 'changeover',
      chain: consumer,
      genesis: {
        kind: 'consumer',
        chainId,
        time: world.clock,
        accounts,
        slashing,
        democracy: { staking, distribution, mint, gov },
        // Where the provider takes it for a new chain, operators say that it is not.
        ccv: { ...ccv, preCCV: true },
        reward_denoms: rewardDenoms,
        provider_reward_denoms: providerRewardDenoms,
      },
    };
    yield blockOrder(consumer);
  },
};
