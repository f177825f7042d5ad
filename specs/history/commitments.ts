import type { ChainName, Packet } from '../block.ts';
import { changesOf, type HistoryEvent } from '../event.ts';
import { packetCommitments } from '../tables/ibc/packet.ts';

/** A packet under the key by which its sender keeps the commitment (ICS-24), with the sender in front: chains count alike. */
export function sentAs(sender: ChainName, packet: Packet): string {
  return `${sender} ${commitmentOf(packet)}`;
}

/** The packets, by `sentAs`, for which a chain no longer waits after an event: answered, or timed out (ICS-04). */
export function settledIn(event: HistoryEvent): string[] {
  return changesOf(event, packetCommitments).flatMap(({ key, row }) =>
    row === undefined ? [`${event.chain} ${key}`] : [],
  );
}

/** Where the sender of a packet keeps its commitment (ICS-24). */
export function commitmentOf({ source_port, source_channel, sequence }: Packet): string {
  return `${source_port}/channels/${source_channel}/sequences/${sequence}`;
}
