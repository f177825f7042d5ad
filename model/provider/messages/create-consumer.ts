import { SINGLETON } from '../../../specs/key.ts';
import {
  allowlistedRewardDenoms,
  consumerChainIds,
  consumerMetadata,
  consumerOwners,
  infractionParameters,
  nextConsumerId,
} from '../../../specs/tables/provider.ts';
import type { Context } from '../../context.ts';
import { setPhase } from '../consumer.ts';
import { ensure } from '../errors.ts';
import { defaultInfractionParameters } from '../infractions.ts';
import { planLaunch, setInitialization } from '../lifecycle/initialize.ts';
import { setPowerShaping } from '../shape/parameters.ts';
import { DEFAULT_INITIALIZATION, initializationRow, mergeInfractions, NO_SHAPING } from './settings.ts';
import type { MsgCreateConsumer } from './types.ts';
import { NO_TIME } from '../../../specs/value.ts';

/** Registers a consumer, whose owner is the one who sends the message, and plans its launch (ADR-019). */
export function createConsumer(context: Context, message: MsgCreateConsumer): void {
  const { draft } = context;
  const number = draft.get(nextConsumerId, SINGLETON) ?? 0n;
  const consumerId = number.toString();
  draft.set(nextConsumerId, SINGLETON, number + 1n);
  draft.set(consumerOwners, consumerId, message.submitter);
  draft.set(consumerChainIds, consumerId, message.chain_id);
  setPhase(context, consumerId, 'CONSUMER_PHASE_REGISTERED');
  draft.set(consumerMetadata, consumerId, message.metadata);

  const { initialization_parameters: initialization, power_shaping_parameters: shaping } = message;
  const parameters = initialization === null ? DEFAULT_INITIALIZATION : initializationRow(initialization);
  setInitialization(context, consumerId, parameters);
  ensure(shaping === null || shaping.top_N === 0, 'createTopN', 'only governance makes a Top N consumer');
  setPowerShaping(context, consumerId, shaping ?? NO_SHAPING);
  const defaults = defaultInfractionParameters(context);
  draft.set(infractionParameters, consumerId, mergeInfractions(message.infraction_parameters, defaults));
  planLaunch(context, consumerId, NO_TIME);
  const { allowlisted_reward_denoms: denoms } = message;
  if (denoms !== null) draft.set(allowlistedRewardDenoms, consumerId, denoms);
}
