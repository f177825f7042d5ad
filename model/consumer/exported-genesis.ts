import { SINGLETON } from '../../specs/key.ts';
import type { ValidatorUpdate } from '../../specs/block.ts';
import {
  consumerParams,
  consumerPort,
  crossChainValidators,
  heightToValsetUpdateId,
  initGenesisHeight,
  lastTransmission,
  outstandingDowntime,
  pendingPackets,
  pendingPacketsIndex,
  providerChannel,
  providerClient,
} from '../../specs/tables/consumer.ts';
import type { Table } from '../../specs/table.ts';
import type { Context } from '../context.ts';
import { startSigning } from '../sdk/slashing/signing-info.ts';
import { applyValidatorUpdates } from './validators.ts';

/**
 * The tables that the module exports. The export loses the historical info and the slash record, which says that a slash
 * packet waits for its acknowledgement.
 */
export const EXPORTED: readonly Table[] = [
  consumerParams,
  consumerPort,
  providerClient,
  providerChannel,
  heightToValsetUpdateId,
  pendingPackets,
  crossChainValidators,
  outstandingDowntime,
  lastTransmission,
];

/**
 * Starts the module from its own export (ICS-028, ME [CCV-CCF-INITG], a restarted chain). It renumbers the pending
 * packets, and calls the hooks again for each validator. A module that its parameters disable exports nothing, so it has
 * no validators.
 */
export function importConsumer(context: Context): ValidatorUpdate[] {
  const { draft, block } = context;
  if (draft.get(consumerParams, SINGLETON)?.enabled === false) return [];
  draft.set(initGenesisHeight, SINGLETON, block.height);
  // Without a channel the consumer cannot have transmitted rewards or reported infractions.
  if (draft.has(providerChannel, SINGLETON)) {
    if (!draft.has(lastTransmission, SINGLETON)) draft.set(lastTransmission, SINGLETON, { height: 0n });
  } else {
    draft.delete(lastTransmission, SINGLETON);
    const reported = [...draft.entries(outstandingDowntime)].map(([address]) => address);
    for (const address of reported) draft.delete(outstandingDowntime, address);
  }
  renumberPackets(context);
  const validators = [...draft.entries(crossChainValidators)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [address] of validators) draft.delete(crossChainValidators, address);
  const updates = validators.map(([, { pubkey, power }]) => ({ pubKey: pubkey.key, power }));
  return applyValidatorUpdates(context, updates, startSigning);
}

function renumberPackets({ draft }: Context): void {
  const packets = [...draft.entries(pendingPackets)].toSorted(([a], [b]) => Number(BigInt(a) - BigInt(b)));
  for (const [index] of packets) draft.delete(pendingPackets, index);
  for (const [i, [, packet]] of packets.entries()) draft.set(pendingPackets, pendingPackets.key(BigInt(i)), packet);
  if (packets.length > 0) draft.set(pendingPacketsIndex, SINGLETON, BigInt(packets.length));
}
