import type { Packet } from '../../../specs/block.ts';
import type { ChannelRow } from '../../../specs/tables/ibc/channel.ts';
import { nextSequenceRecv, packetAcks, packetCommitments, packetReceipts } from '../../../specs/tables/ibc/packet.ts';
import type { Hex } from '../../../specs/value.ts';
import { addressOf } from '../../bech32.ts';
import type { Context } from '../../context.ts';
import { hopOf, openChannel } from '../channel/store.ts';
import { openConnection } from '../connection/store.ts';
import { ensure } from '../errors.ts';
import { selfHeight } from '../height.ts';
import { channelKey, packetKey, pathOf } from '../path.ts';
import { verifyPacketProof } from '../proof.ts';
import { appOfChannel } from '../route.ts';
import { commitAcknowledgement, commitPacket } from './commitment.ts';
import type { MsgRecvPacket } from './message-types.ts';
import { hasTimedOut } from './timeout.ts';

/**
 * ICS-04, `recvPacket`: hands a packet to its application and writes the acknowledgement. A packet that was received
 * before does nothing. What an application wrote is undone when it acknowledges an error.
 */
export function receivePacket(context: Context, message: MsgRecvPacket): void {
  const { packet, signer } = message;
  const app = appOfChannel(context, packet.destination_port, packet.destination_channel);
  const channel = verifyPacket(context, message);
  if (!markReceived(context, packet, channel)) return;
  const mark = context.draft.mark();
  const sent = context.sentPackets.length;
  const relayer = addressOf(context.bech32Prefix, signer) ?? '';
  const { acknowledgement, success } = app.onRecvPacket(context, packet, relayer);
  if (!success) {
    context.draft.rollback(mark);
    context.sentPackets.length = sent;
  }
  writeAcknowledgement(context, packet, acknowledgement);
}

function verifyPacket(context: Context, message: MsgRecvPacket): ChannelRow {
  const { packet, proof_commitment, proof_height } = message;
  const { source_port, source_channel, destination_port, destination_channel, sequence } = packet;
  const channel = openChannel(context, destination_port, destination_channel);
  const { port_id, channel_id } = channel.counterparty;
  const fromThere = source_port === port_id && source_channel === channel_id;
  ensure(fromThere, 'invalidPacket', 'the packet is not from the counterparty of the channel');
  const connection = openConnection(context, hopOf(channel));
  const late = hasTimedOut(packet, selfHeight(context), context.block.time);
  ensure(!late, 'timeoutElapsed', 'the packet has timed out');
  const path = pathOf(packetCommitments, packetKey(source_port, source_channel, sequence));
  const row = commitPacket(packet);
  verifyPacketProof(context, connection, proof_height, proof_commitment, { path, row });
  return channel;
}

/** Stores that the packet was received, so that it cannot be received again; `false` if it was received before. */
function markReceived({ draft }: Context, packet: Packet, { ordering }: ChannelRow): boolean {
  const { destination_port, destination_channel, sequence } = packet;
  if (ordering === 'ORDER_UNORDERED') {
    const key = packetKey(destination_port, destination_channel, sequence);
    if (draft.has(packetReceipts, key)) return false;
    draft.set(packetReceipts, key, '01');
    return true;
  }
  const key = channelKey(destination_port, destination_channel);
  const next = draft.get(nextSequenceRecv, key) ?? 1n;
  if (sequence < next) return false;
  ensure(sequence === next, 'outOfOrder', `the packet ${sequence} came before ${next}`);
  draft.set(nextSequenceRecv, key, next + 1n);
  return true;
}

function writeAcknowledgement(context: Context, packet: Packet, acknowledgement: Hex): void {
  const { draft, writtenAcks } = context;
  const { destination_port, destination_channel, sequence } = packet;
  openChannel(context, destination_port, destination_channel);
  const key = packetKey(destination_port, destination_channel, sequence);
  ensure(!draft.has(packetAcks, key), 'acknowledgementExists', 'the packet is acknowledged already');
  ensure(acknowledgement !== '', 'invalidAcknowledgement', 'the acknowledgement is empty');
  draft.set(packetAcks, key, commitAcknowledgement(acknowledgement));
  writtenAcks.push({ packet, acknowledgement });
}
