import { channelEnds } from '../../../specs/tables/ibc/channel.ts';
import {
  allowlist,
  channelToConsumer,
  consumerAddressesToPrune,
  consumerCommissionRates,
  consumerGenesis,
  consumerKeys,
  consumerToChannel,
  consumerValidators,
  denylist,
  evidenceMinHeights,
  initChainHeights,
  minimumPowerInTopN,
  optedIn,
  pendingVscs,
  prioritylist,
  removalQueue,
  removalTimes,
  slashAcks,
  validatorsByConsumerAddress,
} from '../../../specs/tables/provider.ts';
import type { Context } from '../../context.ts';
import { channelCloseInit } from '../../ibc/channel/close.ts';
import { channelKey } from '../../ibc/path.ts';
import { Refusal } from '../../refusal.ts';
import { deleteRowsOf, phaseOf, setPhase } from '../consumer.ts';
import { PROVIDER_PORT } from '../../ccv/channel.ts';
import { cancelInfractionUpdate } from '../infractions.ts';
import { forgetClient } from './client.ts';
import { takeDue } from './time-queue.ts';

/** What is deleted with a consumer, by consumer id. */
const BY_CONSUMER = [
  consumerGenesis,
  minimumPowerInTopN,
  evidenceMinHeights,
  initChainHeights,
  slashAcks,
  pendingVscs,
  removalTimes,
];

/** The same, by consumer id and something else. */
const BY_VALIDATOR = [
  consumerKeys,
  validatorsByConsumerAddress,
  consumerAddressesToPrune,
  consumerCommissionRates,
  allowlist,
  denylist,
  prioritylist,
  optedIn,
  consumerValidators,
];

/**
 * Deletes the stopped consumers whose time has come (ADR-019). Their chain id, owner, metadata and parameters stay for
 * those who want to look them up.
 */
export function deleteDue(context: Context): void {
  for (const consumerId of takeDue(context, removalQueue)) {
    if (phaseOf(context, consumerId) === 'CONSUMER_PHASE_STOPPED') deleteConsumer(context, consumerId);
  }
}

function deleteConsumer(context: Context, consumerId: string): void {
  const { draft } = context;
  forgetClient(context, consumerId);
  closeChannel(context, consumerId);
  for (const table of BY_CONSUMER) draft.delete(table, consumerId);
  for (const table of BY_VALIDATOR) deleteRowsOf(context, table, consumerId);
  cancelInfractionUpdate(context, consumerId);
  setPhase(context, consumerId, 'CONSUMER_PHASE_DELETED');
}

/** A channel that can't be closed, because its client has expired, is forgotten nevertheless. */
function closeChannel(context: Context, consumerId: string): void {
  const { draft } = context;
  const channel = draft.get(consumerToChannel, consumerId);
  if (channel === undefined) return;
  const end = draft.get(channelEnds, channelKey(PROVIDER_PORT, channel));
  if (end !== undefined && end.state !== 'STATE_CLOSED') {
    try {
      channelCloseInit(context, PROVIDER_PORT, channel);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  draft.delete(consumerToChannel, consumerId);
  draft.delete(channelToConsumer, channel);
}
