import type { Message, Packet } from '../block.ts';
import { changesOf, type HistoryEvent } from '../event.ts';
import { packetCommitments } from '../tables/ibc/packet.ts';
import { isList } from '../value.ts';

const NONE: readonly never[] = [];

/** The packets of the successful messages of this type in a block. */
export function relayed(event: HistoryEvent, type: string): readonly Pick<Packet, PacketName>[] {
  if (event.event === 'start') return NONE;
  const answers = event.answers.get(type);
  return answers?.flatMap(({ result, message }) => (result.code === 0 ? [packetOf(message)] : [])) ?? NONE;
}

/** Whether the block deleted no commitment for one of these packets: then its message had no effect. */
export function withoutCommitment(event: HistoryEvent, packets: readonly Pick<Packet, PacketName>[]): boolean {
  if (packets.length === 0) return false;
  const deleted = new Set(
    changesOf(event, packetCommitments).flatMap(({ key, row }) => (row === undefined ? [key] : [])),
  );
  return packets.some(
    ({ source_port: port, source_channel: channel, sequence }) =>
      !deleted.delete(packetCommitments.key(port, channel, sequence)),
  );
}

type PacketName = 'source_port' | 'source_channel' | 'destination_port' | 'destination_channel' | 'sequence';

function packetOf({ packet }: Message): Pick<Packet, PacketName> {
  const fields = typeof packet === 'object' && packet !== null && !isList(packet) ? packet : {};
  const text = (name: PacketName): string => (typeof fields[name] === 'string' ? fields[name] : '');
  return {
    source_port: text('source_port'),
    source_channel: text('source_channel'),
    destination_port: text('destination_port'),
    destination_channel: text('destination_channel'),
    sequence: typeof fields['sequence'] === 'bigint' ? fields['sequence'] : 0n,
  };
}
