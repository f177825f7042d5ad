import type { Packet } from '../../../specs/block.ts';
import { ensure } from '../errors.ts';
import { isZeroHeight } from '../height.ts';
import { checkChannelId, checkPortId } from '../identifier.ts';

const MAX_BYTES = 262_144;

/** Checks the form of a packet (ICS-04). */
export function checkPacket(packet: Packet): void {
  checkPortId(packet.source_port);
  checkPortId(packet.destination_port);
  checkChannelId(packet.source_channel);
  checkChannelId(packet.destination_channel);
  ensure(packet.sequence !== 0n, 'invalidPacket', 'the sequence is zero');
  const limited = !isZeroHeight(packet.timeout_height) || packet.timeout_timestamp !== 0n;
  ensure(limited, 'invalidPacket', 'the packet has no timeout');
  ensure(packet.data !== '', 'invalidPacket', 'the packet has no data');
  ensure(packet.data.length / 2 <= MAX_BYTES, 'invalidPacket', 'the packet has too much data');
}
