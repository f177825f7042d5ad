import {
  allowlistedRewardDenoms,
  consumerChainIds,
  consumerMetadata,
  consumerOwners,
  infractionParameters,
  spawnQueue,
} from '../../../specs/tables/provider.ts';
import { authority } from '../../sdk/authority.ts';
import { addressOf } from '../../bech32.ts';
import type { Context } from '../../context.ts';
import { isActive, isPrelaunched, phaseOf, powerShapingOf, setPhase } from '../consumer.ts';
import { ensure } from '../errors.ts';
import { infractionParametersOf, queueInfractionParameters } from '../infractions.ts';
import { initializationOf, planLaunch, setInitialization } from '../lifecycle/initialize.ts';
import { dequeue } from '../lifecycle/time-queue.ts';
import { isChainId } from '../checks/chain-id.ts';
import { setPowerShaping, updateMinimumPower } from '../shape/parameters.ts';
import { initializationRow, mergeInfractions } from './settings.ts';
import type { MsgUpdateConsumer } from './types.ts';
import { NO_TIME } from '../../../specs/value.ts';

/** The owner updates a consumer (ADR-019). Fields that the message leaves out do not change. */
export function updateConsumer(context: Context, message: MsgUpdateConsumer): void {
  const { draft } = context;
  const { consumer_id: consumerId, owner } = message;
  ensure(isActive(context, consumerId), 'invalidPhase', `consumer ${consumerId} is not active`);
  const presentOwner = draft.get(consumerOwners, consumerId);
  ensure(presentOwner !== undefined, 'noOwner', `consumer ${consumerId} has no owner`);
  ensure(owner === presentOwner, 'unauthorized', `consumer ${consumerId} is not owned by ${owner}`);

  updateChainId(context, message);
  updateOwner(context, message);
  if (message.metadata !== null) draft.set(consumerMetadata, consumerId, message.metadata);
  const { spawn_time: previousSpawnTime } = initializationOf(context, consumerId);
  updateInitialization(context, message);
  updateShaping(context, message, presentOwner);
  updateInfractions(context, message);
  const isGoverned = draft.get(consumerOwners, consumerId) === authority(context);
  const { top_N: topN } = powerShapingOf(context, consumerId);
  ensure(topN === 0 || isGoverned, 'invalidTransformToOptIn', 'governance owns a Top N consumer');
  planLaunch(context, consumerId, previousSpawnTime);
  const { allowlisted_reward_denoms: denoms } = message;
  if (denoms !== null) draft.set(allowlistedRewardDenoms, consumerId, denoms);
}

/** Only a consumer that is not launched can get another chain id. */
function updateChainId(context: Context, { consumer_id: consumerId, new_chain_id: chainId }: MsgUpdateConsumer): void {
  const { draft } = context;
  if (chainId.trim() === '' || chainId === draft.get(consumerChainIds, consumerId)) return;
  ensure(isChainId(chainId), 'invalidUpdate', `${chainId} is no chain id`);
  ensure(isPrelaunched(context, consumerId), 'invalidPhase', 'the consumer is launched');
  draft.set(consumerChainIds, consumerId, chainId);
}

function updateOwner(context: Context, { consumer_id: consumerId, new_owner_address: owner }: MsgUpdateConsumer): void {
  if (owner.trim() === '') return;
  const isAddress = addressOf(context.bech32Prefix, owner) !== undefined;
  ensure(isAddress, 'invalidNewOwner', `${owner} is no address`);
  context.draft.set(consumerOwners, consumerId, owner);
}

/** Parameters without a spawn time cancel the planned launch. */
function updateInitialization(context: Context, message: MsgUpdateConsumer): void {
  const { consumer_id: consumerId, initialization_parameters: initialization } = message;
  if (initialization === null) return;
  ensure(isPrelaunched(context, consumerId), 'invalidUpdate', 'the consumer is launched');
  const parameters = initializationRow(initialization);
  if (parameters.spawn_time === NO_TIME && phaseOf(context, consumerId) === 'CONSUMER_PHASE_INITIALIZED') {
    const { spawn_time: planned } = initializationOf(context, consumerId);
    const isPlanned = dequeue(context, spawnQueue, planned, consumerId);
    ensure(isPlanned, 'invalidUpdate', `consumer ${consumerId} was not planned to launch at ${planned}`);
    setPhase(context, consumerId, 'CONSUMER_PHASE_REGISTERED');
  }
  setInitialization(context, consumerId, parameters);
}

/** Only governance makes a consumer a Top N one; it must own it before. */
function updateShaping(context: Context, message: MsgUpdateConsumer, owner: string): void {
  const { consumer_id: consumerId, power_shaping_parameters: shaping } = message;
  if (shaping === null) return;
  const mayTopN = shaping.top_N === 0 || owner === authority(context);
  ensure(mayTopN, 'invalidTransformToTopN', 'only governance makes a Top N consumer');
  const { top_N: before } = powerShapingOf(context, consumerId);
  setPowerShaping(context, consumerId, shaping);
  updateMinimumPower(context, consumerId, before, shaping.top_N);
}

/** After the launch infraction parameters change only after the unbonding period (ADR-020). */
function updateInfractions(context: Context, message: MsgUpdateConsumer): void {
  const { consumer_id: consumerId, infraction_parameters: infractions } = message;
  if (infractions === null) return;
  const merged = mergeInfractions(infractions, infractionParametersOf(context, consumerId));
  if (isPrelaunched(context, consumerId)) context.draft.set(infractionParameters, consumerId, merged);
  else queueInfractionParameters(context, consumerId, merged);
}
