import type { ChannelId, Key, PortId } from '../../key.ts';
import { pathTable, textPrefix, type Table } from '../../table.ts';
import type { Hex } from '../../value.ts';

const store = 'ibc';

/** The key of a row of a channel. */
export type ChannelKey = Key<[port: PortId, channel: ChannelId], '{port}/channels/{channel}'>;

/** The key of a row of a packet. */
export type PacketKey = Key<
  [port: PortId, channel: ChannelId, sequence: bigint],
  '{port}/channels/{channel}/sequences/{#sequence}'
>;

/** The sequence of the next packet to send; by `{port}/channels/{channel}`. */
export const nextSequenceSend = sequence('next-sequence-send', 'nextSequenceSend/ports/');

/** The sequence of the next packet to receive; only ordered channels use it. */
export const nextSequenceRecv = sequence('next-sequence-recv', 'nextSequenceRecv/ports/');

/** The sequence of the next packet to acknowledge; only ordered channels use it. */
export const nextSequenceAck = sequence('next-sequence-ack', 'nextSequenceAck/ports/');

/** Packet commitments; by `{port}/channels/{channel}/sequences/{sequence}`. */
export const packetCommitments = perPacket('packet-commitments', 'commitments/ports/');

/** Packet receipts of unordered channels, always `01`; by the receiver's port and channel. */
export const packetReceipts = perPacket('packet-receipts', 'receipts/ports/');

/** Acknowledgement commitments; by the receiver's port and channel. */
export const packetAcks = perPacket('packet-acks', 'acks/ports/');

function sequence(what: string, prefix: string): Table<bigint, ChannelKey> {
  return pathTable<bigint, [port: PortId, channel: ChannelId], '{port}/channels/{channel}'>({
    name: `${store}/${what}`,
    store,
    prefix: textPrefix(prefix),
    path: '{port}/channels/{channel}',
    value: { as: 'u64' },
  });
}

function perPacket(what: string, prefix: string): Table<Hex, PacketKey> {
  return pathTable<
    Hex,
    [port: PortId, channel: ChannelId, sequence: bigint],
    '{port}/channels/{channel}/sequences/{#sequence}'
  >({
    name: `${store}/${what}`,
    store,
    prefix: textPrefix(prefix),
    path: '{port}/channels/{channel}/sequences/{#sequence}',
    value: { as: 'hex' },
  });
}
