import { SINGLETON } from '../../specs/key.ts';
import type { Packet } from '../../specs/block.ts';
import { writeSlashRequest } from '../../specs/ccv-packet.ts';
import { pendingPackets, providerChannel, slashRecord, type PendingPacketRow } from '../../specs/tables/consumer.ts';
import type { Hex } from '../../specs/value.ts';
import type { Context } from '../context.ts';
import { CONSUMER_PORT } from '../ccv/channel.ts';
import { channelCloseInit } from '../ibc/channel/close.ts';
import { ZERO_HEIGHT } from '../ibc/height.ts';
import { readAcknowledgement } from '../ibc/packet/acknowledgement.ts';
import { sendPacket } from '../ibc/packet/send.ts';
import { Refusal } from '../refusal.ts';
import { ensure, refuse } from './errors.ts';
import { paramsOf } from './params.ts';

/**
 * Sends the head of the queue, if the channel to the provider is established and no slash packet waits for its
 * acknowledgement or its retry (ICS-028, ME [CCV-CCF-SNDPESLASH]; ADR-008). It stays in the queue until it is acknowledged.
 */
export function sendPending(context: Context): void {
  const { draft, block } = context;
  const channel = draft.get(providerChannel, SINGLETON);
  if (channel === undefined) return;
  const head = headOf(context);
  if (head === undefined || !maySend(context)) return;
  const timeout = block.time + paramsOf(context).ccv_timeout_period;
  try {
    sendPacket(context, CONSUMER_PORT, channel, ZERO_HEIGHT, timeout, dataOf(head.packet));
  } catch (error) {
    // Whatever the reason (an expired client, a closed channel), the packet waits for the next block.
    if (error instanceof Refusal) return;
    throw error;
  }
  draft.set(slashRecord, SINGLETON, { waiting_on_reply: true, send_time: block.time });
}

/** Handles the acknowledgement of a slash packet: the provider handled it or bounced it (ADR-008). */
export function takeAcknowledgement(context: Context, packet: Packet, acknowledgement: Hex): void {
  const { draft } = context;
  const answer = readAcknowledgement(acknowledgement);
  ensure(answer !== undefined, 'unknownRequest', 'the acknowledgement can not be read');
  const { result, error } = answer;
  if (result === undefined) {
    // An acknowledgement with neither a result nor an error changes nothing.
    if ((error ?? '') !== '') closeAfterError(context, packet);
    return;
  }
  switch (result) {
    case '01':
    case '02': {
      draft.delete(slashRecord, SINGLETON);
      const head = headOf(context);
      if (head !== undefined) draft.delete(pendingPackets, pendingPackets.key(head.index));
      return;
    }
    case '03': {
      const record = draft.get(slashRecord, SINGLETON);
      ensure(record !== undefined, 'panic', 'no slash packet was sent');
      draft.set(slashRecord, SINGLETON, { ...record, waiting_on_reply: false });
      return;
    }
    default:
      refuse('unregistered', 'the result is none of the three that a slash packet can have');
  }
}

function headOf({ draft }: Context): { readonly index: bigint; readonly packet: PendingPacketRow } | undefined {
  let head: { readonly index: bigint; readonly packet: PendingPacketRow } | undefined;
  for (const [key, packet] of draft.entries(pendingPackets)) {
    const [index] = pendingPackets.parts(key);
    if (head === undefined || index < head.index) head = { index, packet };
  }
  return head;
}

function maySend(context: Context): boolean {
  const record = context.draft.get(slashRecord, SINGLETON);
  if (record === undefined) return true;
  if (record.waiting_on_reply) return false;
  return context.block.time > record.send_time + paramsOf(context).retry_delay_period;
}

function dataOf({ slashPacketData: { validator, valset_update_id: id, infraction } }: PendingPacketRow): Hex {
  return writeSlashRequest({
    ...validator,
    valsetUpdateId: id,
    infraction: infraction === 'INFRACTION_DOWNTIME' ? 'downtime' : 'double-sign',
  });
}

/** The provider refused the packet: the consumer closes the channel of the packet, and the one to the provider. */
function closeAfterError(context: Context, packet: Packet): void {
  try {
    channelCloseInit(context, packet.source_port, packet.source_channel);
  } catch (error) {
    // The program wraps the error in a new one, so its code is lost.
    if (!(error instanceof Refusal)) throw error;
    refuse('unregistered', error.message);
  }
  const channel = context.draft.get(providerChannel, SINGLETON);
  ensure(channel !== undefined, 'noProviderChannel', 'no channel to the provider is established');
  if (channel !== packet.source_channel) channelCloseInit(context, CONSUMER_PORT, channel);
}
