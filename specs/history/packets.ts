import type { Packet } from '../block.ts';
import type { HistoryEvent } from '../event.ts';

const CCV_PORTS: ReadonlySet<string> = new Set(['provider', 'consumer']);

/**
 * A direction of a CCV channel. Channel ids of different consumers can be equal, so the provider's end identifies the channel.
 */
export type Direction = string;

/** The direction of a CCV packet; `undefined` if it is no CCV packet. */
export function directionOf(packet: Packet): Direction | undefined {
  if (!CCV_PORTS.has(packet.source_port) || !CCV_PORTS.has(packet.destination_port)) return undefined;
  return packet.source_port === 'provider'
    ? `from the provider over ${packet.source_channel}`
    : `to the provider over ${packet.destination_channel}`;
}

/** The CCV packets that a block sent. */
export function ccvSent(event: HistoryEvent): readonly Packet[] {
  const { sentPackets } = event.observation;
  return sentPackets.length === 0 ? sentPackets : sentPackets.filter((packet) => directionOf(packet) !== undefined);
}

const NONE: readonly Packet[] = [];

/**
 * The CCV packets that a block received. Both modules acknowledge a packet in the block that receives it, so a written
 * acknowledgement is a received packet. A packet that is delivered twice is acknowledged once.
 */
export function ccvReceived(event: HistoryEvent): readonly Packet[] {
  const { writtenAcks } = event.observation;
  if (writtenAcks.length === 0) return NONE;
  return writtenAcks.map(({ packet }) => packet).filter((packet) => directionOf(packet) !== undefined);
}

const MATURED = Buffer.from('CONSUMER_PACKET_TYPE_VSCM').toString('hex');

/** Whether a consumer packet is a VSCMatured packet (ICS-028 DS, `VSCMaturedPacketData`). */
export function saysMatured({ data }: Packet): boolean {
  return data.includes(MATURED);
}
