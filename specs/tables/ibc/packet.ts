import { table, textPrefix, type Table } from '../../table.ts';
import type { Hex } from '../../value.ts';

const store = 'ibc';
const text = { as: 'text' } as const;

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

function sequence(what: string, prefix: string): Table<bigint> {
  return table<bigint>({
    name: `${store}/${what}`,
    store,
    prefix: textPrefix(prefix),
    key: [text],
    value: { as: 'u64' },
  });
}

function perPacket(what: string, prefix: string): Table<Hex> {
  return table<Hex>({
    name: `${store}/${what}`,
    store,
    prefix: textPrefix(prefix),
    key: [text],
    value: { as: 'hex' },
  });
}
