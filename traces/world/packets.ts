import type { PacketKey } from '../../specs/tables/ibc/packet.ts';
import { rowsOf } from '../../specs/rows.ts';
import type { Packet, WrittenAck } from '../../specs/block.ts';
import { channelEnds } from '../../specs/tables/ibc/channel.ts';
import { nextSequenceRecv, packetAcks, packetCommitments, packetReceipts } from '../../specs/tables/ibc/packet.ts';
import { channelKey, packetKey, pathOf } from '../../model/ibc/path.ts';
import type { ChannelName } from './channel-steps.ts';
import type { Chain } from './world.ts';

const PORTS: Readonly<Record<ChannelName, ReadonlySet<string>>> = {
  ccv: new Set(['provider', 'consumer']),
  transfer: new Set(['transfer']),
};

/** The path of a packet's commitment on its sender (ICS-24). */
export function commitmentPath(packet: Packet): string {
  return pathOf(packetCommitments, sentBy(packet));
}

/** The path of a packet's acknowledgement on its receiver (ICS-24). */
export function ackPath(packet: Packet): string {
  return pathOf(packetAcks, receivedBy(packet));
}

/** The path of a packet's receipt on its receiver, for an unordered channel (ICS-24). */
export function receiptPath(packet: Packet): string {
  return pathOf(packetReceipts, receivedBy(packet));
}

/** The path of the next sequence to receive on a packet's receiver, for an ordered channel (ICS-24). */
export function nextRecvPath({ destination_port, destination_channel }: Packet): string {
  return pathOf(nextSequenceRecv, channelKey(destination_port, destination_channel));
}

/** The sequence that the receiver of a packet expects next. */
export function nextRecvSequence(receiver: Chain, { destination_port, destination_channel }: Packet): bigint {
  return rowsOf(receiver.before, nextSequenceRecv).get(channelKey(destination_port, destination_channel)) ?? 1n;
}

/** The outstanding packets of a channel that the receiver has not received, in order. */
export function undelivered(sender: Chain, receiver: Chain, channel: ChannelName): Packet[] {
  return sender.sentPackets.filter(
    (packet) =>
      PORTS[channel].has(packet.source_port) &&
      isBetween(packet, sender, receiver) &&
      isOutstanding(sender, packet) &&
      !isReceived(receiver, packet),
  );
}

/** The packets of a channel that the receiver has received, in order, acknowledged or not. */
export function delivered(sender: Chain, receiver: Chain, channel: ChannelName): Packet[] {
  return sender.sentPackets.filter(
    (packet) =>
      PORTS[channel].has(packet.source_port) && isBetween(packet, sender, receiver) && isReceived(receiver, packet),
  );
}

/** The outstanding packets of a channel, in order, received or not. */
export function unanswered(sender: Chain, receiver: Chain, channel: ChannelName): Packet[] {
  return sender.sentPackets.filter(
    (packet) =>
      PORTS[channel].has(packet.source_port) && isBetween(packet, sender, receiver) && isOutstanding(sender, packet),
  );
}

/** The acknowledgements of a channel that the sender of the packets has not received, in order. */
export function unacknowledged(receiver: Chain, sender: Chain, channel: ChannelName): WrittenAck[] {
  return receiver.writtenAcks.filter(
    ({ packet }) =>
      PORTS[channel].has(packet.source_port) && isBetween(packet, sender, receiver) && isOutstanding(sender, packet),
  );
}

/** The acknowledgements of a channel that the sender of the packets has received, in order. */
export function acknowledged(receiver: Chain, sender: Chain, channel: ChannelName): WrittenAck[] {
  return receiver.writtenAcks.filter(
    ({ packet }) =>
      PORTS[channel].has(packet.source_port) && isBetween(packet, sender, receiver) && !isOutstanding(sender, packet),
  );
}

/** Whether a packet goes from one chain to another. Consumers share the provider's ports, so compare the channels. */
function isBetween(packet: Packet, sender: Chain, receiver: Chain): boolean {
  const ends = rowsOf(receiver.model.state, channelEnds);
  const end = ends.get(channelKey(packet.destination_port, packet.destination_channel));
  if (end?.counterparty.channel_id !== packet.source_channel) return false;
  const own = rowsOf(sender.model.state, channelEnds).get(channelKey(packet.source_port, packet.source_channel));
  return own?.counterparty.channel_id === packet.destination_channel;
}

function isOutstanding(sender: Chain, packet: Packet): boolean {
  return rowsOf(sender.model.state, packetCommitments).has(sentBy(packet));
}

function isReceived(receiver: Chain, packet: Packet): boolean {
  const { state } = receiver.model;
  const next = rowsOf(state, nextSequenceRecv).get(channelKey(packet.destination_port, packet.destination_channel));
  if (PORTS.ccv.has(packet.destination_port)) return next !== undefined && packet.sequence < next;
  return rowsOf(state, packetReceipts).has(receivedBy(packet));
}

function sentBy({ source_port, source_channel, sequence }: Packet): PacketKey {
  return packetKey(source_port, source_channel, sequence);
}

function receivedBy({ destination_port, destination_channel, sequence }: Packet): PacketKey {
  return packetKey(destination_port, destination_channel, sequence);
}
