import type { ChannelId, Key, PortId } from '../../key.ts';
import { pathTable, textPrefix, type Table } from '../../table.ts';
import type { Hex } from '../../value.ts';

const store = 'ibc';

/** The key of what a chain holds of a channel. */
export type ChannelKey = Key<[port: PortId, channel: ChannelId], '{port}/channels/{channel}'>;

/** The key of what a chain holds of a packet. */
export type PacketKey = Key<
  [port: PortId, channel: ChannelId, sequence: bigint],
  '{port}/channels/{channel}/sequences/{#sequence}'
>;

/** The sequence that the next packet sent gets; by `{port}/channels/{channel}`. */
export const nextSequenceSend = sequence('next-sequence-send', 'nextSequenceSend/ports/');

/** The sequence that the next packet received must have; only an ordered channel counts it. */
export const nextSequenceRecv = sequence('next-sequence-recv', 'nextSequenceRecv/ports/');

/** The sequence that the next packet acknowledged must have; only an ordered channel counts it. */
export const nextSequenceAck = sequence('next-sequence-ack', 'nextSequenceAck/ports/');

/** Hashes of packets sent and not yet answered; by `{port}/channels/{channel}/sequences/{sequence}`. */
export const packetCommitments = perPacket('packet-commitments', 'commitments/ports/');

/** That a packet of an unordered channel was received, always `01`; by the receiver's port and channel. */
export const packetReceipts = perPacket('packet-receipts', 'receipts/ports/');

/** Hashes of the acknowledgements of packets received; by the receiver's port and channel. */
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
