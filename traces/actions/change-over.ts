import { rowsOf } from '../../specs/rows.ts';
import * as fc from 'fast-check';
import type { ChangeOverAction } from '../../specs/generated/trace.ts';
import { consumerGenesis } from '../../specs/tables/provider/consumers.ts';
import type { ActionKind } from './action.ts';
import { someConsumer, someRewardDenoms } from '../draw/index.ts';
import { consumerName, plainDenoms } from '../format/fields.ts';
import { blockOrder } from '../world/order.ts';
import { waitsForChangeover } from '../world/world.ts';

/** No message: the operators of a standalone chain replace its program by that of a consumer (ADR-010). */
export const changeOver: ActionKind<ChangeOverAction> = {
  kind: 'change-over',
  title: 'ChangeOverAction',
  describes:
    'A standalone chain that has stopped at its upgrade height continues with the program of a consumer and the genesis ' +
    'that the provider made for it.',
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
  weight: (world) => ([...world.chains.values()].some(waitsForChangeover) ? 10 : 0),
  draw: (world) =>
    fc
      .tuple(someConsumer(world), someRewardDenoms(world))
      .map(([consumer, denoms]) => ({ kind: 'change-over' as const, consumer, ...denoms })),
  *plan(world, { consumer, rewardDenoms = [], providerRewardDenoms = [] }) {
    const chain = world.chains.get(consumer);
    const ccv = rowsOf(world.provider.model.state, consumerGenesis).get(world.consumerId(consumer));
    if (chain?.genesis.kind !== 'sovereign' || !waitsForChangeover(chain)) return `${consumer} does not wait for it`;
    if (ccv === undefined) return `the provider has no genesis for ${consumer}`;
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
        // The provider may have made the genesis of a new chain. Operators set the flag for a standalone chain themselves.
        ccv: { ...ccv, preCCV: true },
        reward_denoms: rewardDenoms,
        provider_reward_denoms: providerRewardDenoms,
      },
    };
    yield blockOrder(consumer);
    return undefined;
  },
};
