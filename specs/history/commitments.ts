import type { ChainName, Packet } from '../block.ts';
import { changesOf, type HistoryEvent } from '../event.ts';
import { packetCommitments } from '../tables/ibc/packet.ts';

/** The key of the packet commitment on the sender (ICS-24), with the chain in front because chains count alike. */
export function sentAs(sender: ChainName, packet: Packet): string {
  return `${sender} ${commitmentOf(packet)}`;
}

/** The packets, by `sentAs`, whose commitment an event deleted: acknowledged or timed out (ICS-04). */
export function settledIn(event: HistoryEvent): string[] {
  return changesOf(event, packetCommitments).flatMap(({ key, row }) =>
    row === undefined ? [`${event.chain} ${key}`] : [],
  );
}

/** The path of the packet commitment on the sender (ICS-24). */
export function commitmentOf({ source_port, source_channel, sequence }: Packet): string {
  return `${source_port}/channels/${source_channel}/sequences/${sequence}`;
}
