import type { Message } from '../../specs/block.ts';
import type { Infractions, Initialization, PowerShaping } from '../../specs/generated/trace.ts';
import { denomOn } from './coin-name.ts';
import {
  infractionsMessage,
  initializationMessage,
  metadataMessage,
  powerShapingMessage,
} from './consumer-parameters.ts';
import type { World } from '../world/world.ts';

/** What a consumer is registered with. */
export interface NewConsumer {
  readonly consumer: string;
  readonly initialization?: Initialization;
  readonly shaping?: PowerShaping;
  readonly infractions?: Infractions;
  /** The denominations of the provider that the consumer may pay in. */
  readonly rewardDenoms?: readonly string[];
  readonly metadataName?: string;
  /** A chain id in place of the one that belongs to the name. */
  readonly chainId?: string;
}

/** `interchain_security.ccv.provider.v1.MsgCreateConsumer` of an owner, by address. */
export function createConsumerMessage(world: World, consumer: NewConsumer, submitter: string): Message {
  const {
    consumer: name,
    initialization,
    shaping,
    infractions,
    rewardDenoms,
    metadataName = name,
    chainId = world.chainIdOf(name),
  } = consumer;
  return {
    '@type': '/interchain_security.ccv.provider.v1.MsgCreateConsumer',
    submitter,
    chain_id: chainId,
    metadata: metadataMessage(metadataName),
    initialization_parameters: initializationMessage(world, chainId, initialization),
    power_shaping_parameters: powerShapingMessage(shaping),
    allowlisted_reward_denoms:
      rewardDenoms === undefined ? null : { denoms: rewardDenoms.map((denom) => denomOn(world, 'provider', denom)) },
    infraction_parameters: infractionsMessage(infractions),
  };
}
