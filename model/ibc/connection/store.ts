import { SINGLETON } from '../../../specs/key.ts';
import {
  clientConnections,
  connections,
  nextConnectionSequence,
  type ConnectionRow,
} from '../../../specs/tables/ibc/connection.ts';
import type { Context } from '../../context.ts';
import { clientState } from '../client/status.ts';
import { ensure } from '../errors.ts';

/** The connection with this id; refuses if there is none. */
export function connectionOf({ draft }: Context, id: string): ConnectionRow {
  const row = draft.get(connections, id);
  ensure(row !== undefined, 'connectionNotFound', `there is no connection ${id}`);
  return row;
}

/** The connection with this id; refuses if there is none or if it is not open. */
export function openConnection(context: Context, id: string): ConnectionRow {
  const row = connectionOf(context, id);
  ensure(row.state === 'STATE_OPEN', 'invalidConnectionState', `the connection ${id} is in ${row.state}`);
  return row;
}

/** Takes the next connection id. */
export function newConnectionId({ draft }: Context): string {
  const sequence = draft.get(nextConnectionSequence, SINGLETON) ?? 0n;
  draft.set(nextConnectionSequence, SINGLETON, sequence + 1n);
  return `connection-${sequence}`;
}

/** Stores a new connection and adds it to those of its client (ICS-03, `addConnectionToClient`). */
export function addConnection(context: Context, id: string, row: ConnectionRow): void {
  const { draft } = context;
  const { client_id } = row;
  ensure(clientState(context, client_id) !== undefined, 'clientNotFound', `there is no client ${client_id}`);
  const key = clientConnections.key(client_id);
  draft.set(clientConnections, key, { paths: [...(draft.get(clientConnections, key)?.paths ?? []), id] });
  draft.set(connections, id, row);
}
