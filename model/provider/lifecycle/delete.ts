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

/** The tables by consumer id that the deletion of a consumer clears. */
const BY_CONSUMER = [
  consumerGenesis,
  minimumPowerInTopN,
  evidenceMinHeights,
  initChainHeights,
  slashAcks,
  pendingVscs,
  removalTimes,
];

/** The tables by consumer id and a second key that the deletion clears. */
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
 * Deletes the stopped consumers that are due (ADR-019). Their chain id, owner, metadata and parameters stay for queries.
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

/** Closes the channel of a consumer. The provider deletes it even if it cannot be closed because its client has expired. */
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
