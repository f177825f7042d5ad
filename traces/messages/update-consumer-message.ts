import type { Message } from '../../specs/block.ts';
import type { Infractions, Initialization, PowerShaping } from '../../specs/generated/trace.ts';
import { denomOn } from './coin-name.ts';
import {
  infractionsMessage,
  initializationMessage,
  metadataMessage,
  powerShapingMessage,
} from './consumer-parameters.ts';
import { ownerAddress } from './owner.ts';
import type { World } from '../world/world.ts';

/** The changes of a consumer in one update. */
export interface ConsumerChange {
  readonly consumer: string;
  readonly initialization?: Initialization;
  readonly shaping?: PowerShaping;
  readonly infractions?: Infractions;
  /** The denominations on the provider that it accepts as rewards of the consumer. */
  readonly rewardDenoms?: readonly string[];
  readonly newOwner?: string;
  readonly metadataName?: string;
  readonly newChainId?: string;
}

/** `interchain_security.ccv.provider.v1.MsgUpdateConsumer`. The owner is an address. */
export function updateConsumerMessage(world: World, change: ConsumerChange, owner: string): Message {
  const {
    consumer,
    initialization,
    shaping,
    infractions,
    rewardDenoms,
    newOwner,
    metadataName,
    newChainId = '',
  } = change;
  // The revision number of the initial height must match the new chain id.
  const chainId = newChainId === '' ? world.chainIdOf(consumer) : newChainId;
  return {
    '@type': '/interchain_security.ccv.provider.v1.MsgUpdateConsumer',
    owner,
    consumer_id: world.consumerId(consumer),
    new_owner_address: newOwner === undefined ? '' : ownerAddress(newOwner),
    metadata: metadataName === undefined ? null : metadataMessage(metadataName),
    initialization_parameters: initializationMessage(world, chainId, initialization),
    power_shaping_parameters: powerShapingMessage(shaping),
    allowlisted_reward_denoms:
      rewardDenoms === undefined ? null : { denoms: rewardDenoms.map((name) => denomOn(world, 'provider', name)) },
    new_chain_id: newChainId,
    infraction_parameters: infractionsMessage(infractions),
  };
}
