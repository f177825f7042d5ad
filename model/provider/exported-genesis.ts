import type { ValidatorUpdate } from '../../specs/block.ts';
import {
  channelToConsumer,
  clientToConsumer,
  consumerAddressesToPrune,
  consumerClients,
  consumerGenesis,
  consumerKeys,
  consumerPhases,
  consumerToChannel,
  initChainHeights,
  pendingVscs,
  providerParams,
  providerPort,
  slashAcks,
  validatorsByConsumerAddress,
  valsetUpdateBlockHeights,
  valsetUpdateId,
} from '../../specs/tables/provider.ts';
import type { Table } from '../../specs/table.ts';
import { lastValidatorPowers } from '../../specs/tables/staking/validator.ts';
import type { Context } from '../context.ts';
import { Halt } from '../halt.ts';
import { initMeter } from './slash/meter.ts';
import { renewEngineSet } from './updates/engine-set.ts';

/**
 * The tables that the module exports: little more than before permissionless ICS (ADR-019). The export loses the owners,
 * metadata, parameters, opted-in validators and validator sets of consumers, all time queues, rewards, and the slash
 * meter.
 */
export const EXPORTED: readonly Table[] = [
  providerParams,
  providerPort,
  valsetUpdateId,
  valsetUpdateBlockHeights,
  consumerClients,
  clientToConsumer,
  consumerPhases,
  consumerGenesis,
  consumerToChannel,
  channelToConsumer,
  initChainHeights,
  slashAcks,
  pendingVscs,
  consumerKeys,
  validatorsByConsumerAddress,
  consumerAddressesToPrune,
];

/** Tables of which only the rows of consumers with a client are exported, by the consumer that a key begins with. */
const OF_CLIENTS: readonly Table[] = [
  consumerPhases,
  consumerGenesis,
  consumerToChannel,
  initChainHeights,
  slashAcks,
  pendingVscs,
  consumerAddressesToPrune,
];

/**
 * Starts the module from its own export (ICS-028, ME [CCV-PCF-INITG]). Pending packets are kept only for consumers
 * without a channel, slash acknowledgements only for consumers with one. The slash meter is full.
 */
export function importProvider(context: Context): ValidatorUpdate[] {
  const { draft } = context;
  for (const table of OF_CLIENTS) {
    for (const key of [...draft.entries(table)].map(([one]) => one)) {
      if (!draft.has(consumerClients, key.split('/')[0] ?? '')) draft.delete(table, key);
    }
  }
  const strangers = [...draft.entries(channelToConsumer)].filter(([id, of]) => draft.get(consumerToChannel, of) !== id);
  for (const [channel] of strangers) draft.delete(channelToConsumer, channel);
  for (const [consumerId] of draft.entries(consumerClients)) {
    if (draft.has(consumerToChannel, consumerId)) {
      draft.set(slashAcks, consumerId, { addresses: draft.get(slashAcks, consumerId)?.addresses ?? [] });
      draft.delete(pendingVscs, consumerId);
    } else {
      draft.delete(slashAcks, consumerId);
      draft.set(pendingVscs, consumerId, { list: draft.get(pendingVscs, consumerId)?.list ?? [] });
    }
  }
  initMeter(context);
  const updates = renewEngineSet(context);
  // The genesis file contains all bonded validators, and the consensus engine refuses a different set.
  if (updates.length !== draft.size(lastValidatorPowers))
    throw new Halt('provider/validators-not-in-consensus', 'not all bonded validators are in consensus');
  return updates;
}
