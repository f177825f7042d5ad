import type { MsgCreateConsumer, MsgRemoveConsumer, MsgUpdateConsumer } from '../messages/types.ts';
import { ensure } from '../errors.ts';
import { isChainId } from './chain-id.ts';
import { checkConsumerId } from './consumer-id.ts';
import {
  checkInfractions,
  checkInitialization,
  checkMetadata,
  checkPowerShaping,
  checkRewardDenoms,
} from './settings.ts';
import { within } from './within.ts';

/** Checks `MsgCreateConsumer` without state. */
export function checkCreateConsumer(message: MsgCreateConsumer): void {
  const { power_shaping_parameters: shaping } = message;
  within('invalidCreate', () => {
    ensure(isChainId(message.chain_id), 'unregistered', `'${message.chain_id}' is no chain id`);
    checkMetadata(message.metadata);
    if (message.initialization_parameters !== null) checkInitialization(message.initialization_parameters);
  });
  ensure(shaping === null || shaping.top_N === 0, 'unregistered', 'a Top N consumer is made by an update');
  within('invalidCreate', () => checkOthers(message));
}

/** Checks `MsgUpdateConsumer` without state; a new chain id and a new owner are checked when they are stored. */
export function checkUpdateConsumer(message: MsgUpdateConsumer): void {
  within('invalidUpdate', () => {
    checkConsumerId(message.consumer_id);
    if (message.metadata !== null) checkMetadata(message.metadata);
    if (message.initialization_parameters !== null) checkInitialization(message.initialization_parameters);
    checkOthers(message);
  });
}

/** Checks `MsgRemoveConsumer` without state. */
export function checkRemoveConsumer({ consumer_id }: MsgRemoveConsumer): void {
  checkConsumerId(consumer_id);
}

function checkOthers(message: MsgCreateConsumer | MsgUpdateConsumer): void {
  const { power_shaping_parameters: shaping, infraction_parameters: infractions } = message;
  if (shaping !== null) checkPowerShaping(shaping);
  if (infractions !== null) checkInfractions(infractions);
  if (message.allowlisted_reward_denoms !== null) checkRewardDenoms(message.allowlisted_reward_denoms);
}
