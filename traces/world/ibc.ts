import type { Height } from '../../specs/block.ts';
import { descending } from '../../specs/order.ts';
import { rowsOf } from '../../specs/rows.ts';
import type { Value } from '../../specs/value.ts';
import type { State } from '../../model/draft.ts';
import { consensusKey } from '../../model/ibc/client/status.ts';
import { channelKey, pathOf, rowAt } from '../../model/ibc/path.ts';
import { channelEnds, type ChannelRow } from '../../specs/tables/ibc/channel.ts';
import { clientStates, consensusStates } from '../../specs/tables/ibc/client.ts';
import { connections, type ConnectionRow } from '../../specs/tables/ibc/connection.ts';

/** The path of a connection (ICS-24). */
export function connectionPath(connection: string): string {
  return pathOf(connections, connection);
}

/** The path of a channel end (ICS-24). */
export function channelPath(port: string, channel: string): string {
  return pathOf(channelEnds, channelKey(port, channel));
}

/** The entry at a path of the `ibc` store. */
export function ibcRow(state: State, path: string): Value | undefined {
  const found = rowAt(path);
  if (found === undefined) throw new Error(`no chain proves entries under ${path}`);
  return rowsOf(state, found.table).get(found.key);
}

/** The latest height of a client; 0-1 if the client does not exist. */
export function clientLatestHeight(state: State, client: string): Height {
  const row = rowsOf(state, clientStates).get(clientStates.key(client));
  return row?.latest_height ?? { revision_number: 0n, revision_height: 1n };
}

/** The heights of the consensus states of a client, highest first. */
export function knownHeights(state: State, client: string): bigint[] {
  const prefix = `${client}/consensusStates/`;
  return [...rowsOf(state, consensusStates).keys()]
    .flatMap((key) => (key.startsWith(prefix) ? [BigInt(key.slice(key.lastIndexOf('-') + 1))] : []))
    .toSorted(descending);
}

/** Whether a client has a consensus state at this height. */
export function hasConsensusState(state: State, client: string, height: Height): boolean {
  return rowsOf(state, consensusStates).has(consensusKey(client, height));
}

/** The newest Tendermint client (ICS-07). */
export function newestClient(state: State): string | undefined {
  return newestFirst([...rowsOf(state, clientStates).keys()].map((key) => key.slice(0, key.indexOf('/'))))[0];
}

/** A connection with its id. */
export interface NamedConnection {
  readonly id: string;
  readonly row: ConnectionRow;
}

/** All connections of a chain, newest first. */
export function connectionsOf(state: State): NamedConnection[] {
  const rows = rowsOf(state, connections);
  return newestFirst([...rows.keys()]).flatMap((id) => named(id, rows.get(id)));
}

/** A channel with its id. */
export interface NamedChannel {
  readonly id: string;
  readonly row: ChannelRow;
}

/** All channels of a port, newest first. */
export function channelsOf(state: State, port: string): NamedChannel[] {
  const rows = rowsOf(state, channelEnds);
  const prefix = channelKey(port, '');
  const ids = [...rows.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  return newestFirst(ids).flatMap((id) => named(id, rows.get(channelKey(port, id))));
}

function named<Row>(id: string, row: Row | undefined): { readonly id: string; readonly row: Row }[] {
  return row === undefined ? [] : [{ id, row }];
}

/** Sorts identifiers by the sequence number at their end (ICS-24), newest first. */
export function newestFirst(ids: readonly string[]): string[] {
  return ids.filter((id) => /-\d+$/u.test(id)).toSorted((a, b) => numberOf(b) - numberOf(a));
}

function numberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}
