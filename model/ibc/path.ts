import { channelEnds } from '../../specs/tables/ibc/channel.ts';
import { clientStates, consensusStates } from '../../specs/tables/ibc/client.ts';
import { connections } from '../../specs/tables/ibc/connection.ts';
import type { ChannelId, PortId } from '../../specs/key.ts';
import {
  nextSequenceRecv,
  packetAcks,
  packetCommitments,
  packetReceipts,
  type ChannelKey,
  type PacketKey,
} from '../../specs/tables/ibc/packet.ts';
import type { Table } from '../../specs/table.ts';

/** The key of the rows of a channel: `{port}/channels/{channel}` (ICS-24). */
export function channelKey(port: PortId, channel: ChannelId): ChannelKey {
  return channelEnds.key(port, channel);
}

/** The key of the rows of a packet: `{port}/channels/{channel}/sequences/{sequence}` (ICS-24). */
export function packetKey(port: PortId, channel: ChannelId, sequence: bigint): PacketKey {
  return packetCommitments.key(port, channel, sequence);
}

/** The path in the `ibc` store under which a row of one of its text tables stands (ICS-24). */
export function pathOf(table: Table, key: string): string {
  return prefixOf(table) + key;
}

const PROVABLE: readonly Table[] = [
  clientStates,
  consensusStates,
  connections,
  channelEnds,
  nextSequenceRecv,
  packetCommitments,
  packetReceipts,
  packetAcks,
];

/** The table and the key of a path that another chain may want a proof of, or `undefined` if it is none (ICS-24). */
export function rowAt(path: string): { readonly table: Table; readonly key: string } | undefined {
  for (const table of PROVABLE) {
    const prefix = prefixOf(table);
    const key = path.slice(prefix.length);
    if (path.startsWith(prefix) && (table.pattern?.test(key) ?? true)) return { table, key };
  }
  return undefined;
}

const prefixes = new WeakMap<Table, string>();

function prefixOf(table: Table): string {
  let prefix = prefixes.get(table);
  if (prefix === undefined) prefixes.set(table, (prefix = Buffer.from(table.prefix, 'hex').toString()));
  return prefix;
}
