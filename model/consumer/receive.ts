import { SINGLETON } from '../../specs/key.ts';
import type { Packet } from '../../specs/block.ts';
import { readValidatorSetChange } from '../../specs/ccv-packet.ts';
import {
  outstandingDowntime,
  pendingChanges,
  providerChannel,
  type ValidatorSetChangeRow,
} from '../../specs/tables/consumer.ts';
import { addressOf } from '../bech32.ts';
import type { Context } from '../context.ts';
import { ensure } from './errors.ts';
import { mapHeight } from './height-map.ts';
import { accumulate } from './validators.ts';

/** The result of receiving a packet: success, or the code of the error. The acknowledgement contains nothing else. */
export type Received = undefined | { readonly code: number };

/** `sdk/29`, invalid type: the data can't be read. */
const UNREADABLE = { code: 29 };
/** `CCV/1`, invalid packet data. */
const INVALID = { code: 1 };

/**
 * Receives a VSC packet (ICS-028, ME [CCV-CCF-RCVVSC]). The first one establishes the channel to the provider, which
 * the specification does at the acknowledgement of the handshake. Its updates wait for the end of the block.
 */
export function receiveValidatorSetChange(context: Context, packet: Packet): Received {
  const { draft, block } = context;
  const change = readValidatorSetChange(packet.data);
  if (change === undefined) return UNREADABLE;
  if (change.valsetUpdateId === 0n) return INVALID;

  const channel = draft.get(providerChannel, SINGLETON);
  if (channel === undefined) draft.set(providerChannel, SINGLETON, packet.destination_channel);
  else ensure(channel === packet.destination_channel, 'panic', 'not the channel to the provider');

  const waiting = draft.get(pendingChanges, SINGLETON)?.validator_updates ?? [];
  const earlier = waiting.map(({ pub_key, power }) => ({ pubKey: pub_key.ed25519, power }));
  const merged: ValidatorSetChangeRow = {
    validator_updates: accumulate(earlier, change.updates).map(({ pubKey, power }) => ({
      pub_key: { ed25519: pubKey },
      power,
    })),
    valset_update_id: 0n,
    slash_acks: [],
  };
  draft.set(pendingChanges, SINGLETON, merged);

  mapHeight(context, block.height + 1n, change.valsetUpdateId);

  for (const ack of change.slashAcks) {
    const address = addressOf(ack.slice(0, ack.lastIndexOf('1')), ack);
    if (address !== undefined) draft.delete(outstandingDowntime, address);
  }
  return undefined;
}
