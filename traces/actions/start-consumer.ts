import * as fc from 'fast-check';
import type { StartConsumerAction } from '../../specs/generated/trace.ts';
import type { ActionKind } from '../action.ts';
import { someConsumer } from '../draw.ts';
import { consumerName } from '../fields.ts';
import { genesisAccounts, slashingParams } from '../setup.ts';
import { createdConsumers, hasLaunched } from '../view.ts';
import { consumerGenesisOf } from '../world/consumers.ts';

/** Takes the consumer genesis from the provider and starts the consumer from it (ICS-028, CCV initialization). */
export const startConsumer: ActionKind<StartConsumerAction> = {
  kind: 'start-consumer',
  title: 'StartConsumerAction',
  describes: 'A consumer starts from the genesis that the provider made for it when it launched.',
  fields: { consumer: consumerName },
  weight: (world) =>
    createdConsumers(world).some((name) => hasLaunched(world, name) && !world.chains.has(name)) ? 20 : 0.3,
  draw: (world) => fc.record({ kind: fc.constant('start-consumer' as const), consumer: someConsumer(world) }),
  *plan(world, { consumer }) {
    const ccv = consumerGenesisOf(world, consumer);
    if (ccv === undefined || world.chains.has(consumer)) return;
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
        reward_denoms: [],
      },
    };
  },
};
