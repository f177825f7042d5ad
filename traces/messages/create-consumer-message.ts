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

/** The parameters of a new consumer. */
export interface NewConsumer {
  readonly consumer: string;
  readonly initialization?: Initialization;
  readonly shaping?: PowerShaping;
  readonly infractions?: Infractions;
  /** The denominations on the provider that it accepts as rewards of the consumer. */
  readonly rewardDenoms?: readonly string[];
  readonly metadataName?: string;
  /** A chain id to use instead of the default for this name. */
  readonly chainId?: string;
}

/** `interchain_security.ccv.provider.v1.MsgCreateConsumer`. The submitter is an address. */
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
