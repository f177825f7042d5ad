import type { Packet } from '../../../specs/block.ts';
import { channelEnds, type ChannelRow } from '../../../specs/tables/ibc/channel.ts';
import type { ConnectionRow } from '../../../specs/tables/ibc/connection.ts';
import {
  nextSequenceAck,
  nextSequenceRecv,
  packetAcks,
  packetCommitments,
  packetReceipts,
} from '../../../specs/tables/ibc/packet.ts';
import type { Context } from '../../context.ts';
import { mirror, theirPath } from '../channel/handshake.ts';
import { channelOf, hopOf, openChannel } from '../channel/store.ts';
import { timestampAt } from '../client/status.ts';
import { connectionOf, openConnection } from '../connection/store.ts';
import { ensure, type IbcError } from '../errors.ts';
import { channelKey, packetKey, pathOf } from '../path.ts';
import { verifyHandshake, verifyPacketProof } from '../proof.ts';
import { appOfChannel } from '../route.ts';
import { isCanonicalAcknowledgement } from './canonical.ts';
import { commitAcknowledgement, commitPacket } from './commitment.ts';
import type { MsgAcknowledgement, MsgTimeout, MsgTimeoutOnClose } from './message-types.ts';
import { hasTimedOut } from './timeout.ts';

/** ICS-04, `acknowledgePacket`: passes the acknowledgement to the application. A settled packet changes nothing. */
export function acknowledgePacket(context: Context, message: MsgAcknowledgement): void {
  const { packet, acknowledgement, proof_acked, proof_height } = message;
  const { source_port, source_channel, destination_port, destination_channel, sequence } = packet;
  const app = appOfChannel(context, source_port, source_channel);
  const channel = openChannel(context, source_port, source_channel);
  checkDestination(packet, channel);
  const connection = openConnection(context, hopOf(channel));
  if (!isUnsettled(context, packet)) return;
  const canonical =
    !context.features.has('ibc-canonical-acknowledgement') || isCanonicalAcknowledgement(acknowledgement);
  ensure(canonical, 'invalidAcknowledgement', 'the acknowledgement is not written canonically');
  checkCommitment(context, packet);
  const path = pathOf(packetAcks, packetKey(destination_port, destination_channel, sequence));
  const row = commitAcknowledgement(acknowledgement);
  verifyPacketProof(context, connection, proof_height, proof_acked, { path, row });
  if (channel.ordering === 'ORDER_ORDERED') {
    const key = channelKey(source_port, source_channel);
    const next = context.draft.get(nextSequenceAck, key) ?? 1n;
    ensure(sequence === next, 'outOfOrder', `the packet ${sequence} is acknowledged before ${next}`);
    context.draft.set(nextSequenceAck, key, next + 1n);
  }
  context.draft.delete(packetCommitments, packetKey(source_port, source_channel, sequence));
  app.onAcknowledgementPacket(context, packet, acknowledgement);
}

/** ICS-04, `timeoutPacket`: the receiver is past the timeout and never received the packet. */
export function timeoutPacket(context: Context, message: MsgTimeout): void {
  const { packet, proof_height } = message;
  const app = appOfChannel(context, packet.source_port, packet.source_channel);
  const channel = channelOf(context, packet.source_port, packet.source_channel);
  checkDestination(packet, channel);
  const connection = connectionOf(context, hopOf(channel));
  const time = timestampAt(context, connection.client_id, proof_height);
  ensure(hasTimedOut(packet, proof_height, time), 'timeoutNotReached', 'the receiver is not past the timeout');
  if (!isUnsettled(context, packet)) return;
  checkCommitment(context, packet);
  verifyUnreceived(context, connection, channel, message, 'packetReceived');
  settleTimeout(context, packet, channel);
  app.onTimeoutPacket(context, packet);
}

/** ICS-04, `timeoutOnClose`: the receiver closed its end of the channel and never received the packet. */
export function timeoutOnClose(context: Context, message: MsgTimeoutOnClose): void {
  const { packet, proof_close, proof_height } = message;
  const { source_port: port_id, source_channel: channel_id } = packet;
  const app = appOfChannel(context, port_id, channel_id);
  const channel = channelOf(context, port_id, channel_id);
  checkDestination(packet, channel);
  const connection = connectionOf(context, hopOf(channel));
  if (!isUnsettled(context, packet)) return;
  checkCommitment(context, packet);
  const closed = mirror(connection, channel, { port_id, channel_id }, 'STATE_CLOSED', channel.version);
  verifyHandshake(context, connection, proof_height, proof_close, { path: theirPath(channel), row: closed });
  verifyUnreceived(context, connection, channel, message, 'invalidPacket');
  settleTimeout(context, packet, channel);
  app.onTimeoutPacket(context, packet);
}

function checkDestination({ destination_port, destination_channel }: Packet, { counterparty }: ChannelRow): void {
  const toThere = destination_port === counterparty.port_id && destination_channel === counterparty.channel_id;
  ensure(toThere, 'invalidPacket', 'the packet is not for the counterparty of the channel');
}

/** Whether the packet was sent and neither acknowledged nor timed out yet. */
function isUnsettled({ draft }: Context, { source_port, source_channel, sequence }: Packet): boolean {
  return draft.has(packetCommitments, packetKey(source_port, source_channel, sequence));
}

function checkCommitment({ draft }: Context, packet: Packet): void {
  const { source_port, source_channel, sequence } = packet;
  const committed = draft.get(packetCommitments, packetKey(source_port, source_channel, sequence));
  ensure(committed === commitPacket(packet), 'invalidPacket', 'another packet was sent with this sequence');
}

/** The receiver has no receipt of the packet, or on an ordered channel still waits for it or for one before it. */
function verifyUnreceived(
  context: Context,
  connection: ConnectionRow,
  { ordering }: ChannelRow,
  { packet, next_sequence_recv, proof_unreceived, proof_height }: MsgTimeout,
  received: IbcError,
): void {
  const { destination_port, destination_channel, sequence } = packet;
  if (ordering === 'ORDER_ORDERED') {
    ensure(next_sequence_recv <= sequence, received, 'the packet was received');
    const path = pathOf(nextSequenceRecv, channelKey(destination_port, destination_channel));
    verifyPacketProof(context, connection, proof_height, proof_unreceived, { path, row: next_sequence_recv });
    return;
  }
  const path = pathOf(packetReceipts, packetKey(destination_port, destination_channel, sequence));
  verifyPacketProof(context, connection, proof_height, proof_unreceived, { path, row: null });
}

/** A timeout closes an ordered channel: no later packet can be received. */
function settleTimeout({ draft }: Context, packet: Packet, channel: ChannelRow): void {
  const { source_port, source_channel, sequence } = packet;
  draft.delete(packetCommitments, packetKey(source_port, source_channel, sequence));
  if (channel.ordering !== 'ORDER_ORDERED') return;
  draft.set(channelEnds, channelKey(source_port, source_channel), { ...channel, state: 'STATE_CLOSED' });
}
