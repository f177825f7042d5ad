import type { Packet } from '../block.ts';
import type { HistoryEvent } from '../event.ts';

const CCV_PORTS: ReadonlySet<string> = new Set(['provider', 'consumer']);

/**
 * A direction of a CCV channel. Consumers may number their channels alike, so the provider's end names the channel.
 */
export type Direction = string;

/** Which direction of which CCV channel a packet takes; `undefined` when it is no CCV packet. */
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
 * The CCV packets that a block received. The two modules acknowledge every packet in the block that receives it, so an
 * acknowledgement written is a packet received; a packet delivered twice is acknowledged once.
 */
export function ccvReceived(event: HistoryEvent): readonly Packet[] {
  const { writtenAcks } = event.observation;
  if (writtenAcks.length === 0) return NONE;
  return writtenAcks.map(({ packet }) => packet).filter((packet) => directionOf(packet) !== undefined);
}

const MATURED = Buffer.from('CONSUMER_PACKET_TYPE_VSCM').toString('hex');

/** Whether a packet of a consumer says that a VSC has matured (ICS-028 DS, `VSCMaturedPacketData`). */
export function saysMatured({ data }: Packet): boolean {
  return data.includes(MATURED);
}
