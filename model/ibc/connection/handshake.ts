import {
  connections,
  type ConnectionCounterparty,
  type ConnectionRow,
  type ConnectionState,
  type ConnectionVersion,
} from '../../../specs/tables/ibc/connection.ts';
import type { Context } from '../../context.ts';
import { requireActive } from '../client/status.ts';
import { ensure } from '../errors.ts';
import { pathOf } from '../path.ts';
import { verifyHandshake } from '../proof.ts';
import type { MsgOpenAck, MsgOpenConfirm, MsgOpenInit, MsgOpenTry } from './message-types.ts';
import { addConnection, connectionOf, newConnectionId } from './store.ts';
import { isSupported, pickVersion, SUPPORTED } from './version.ts';

const PREFIX = { key_prefix: Buffer.from('ibc').toString('hex') };

/** ICS-03, `connOpenInit`: begins a connection over an active client. */
export function openInit(context: Context, message: MsgOpenInit): void {
  const { client_id, counterparty, version, delay_period } = message;
  const allowed = version === null || isSupported(SUPPORTED, version);
  ensure(allowed, 'invalidConnectionVersion', 'the version is not supported');
  requireActive(context, client_id);
  addConnection(context, newConnectionId(context), {
    client_id,
    versions: version === null ? SUPPORTED : [version],
    state: 'STATE_INIT',
    counterparty,
    delay_period,
  });
}

/** ICS-03, `connOpenTry`: answers a connection that the counterparty has begun. */
export function openTry(context: Context, message: MsgOpenTry): void {
  const { client_id, counterparty, counterparty_versions, delay_period, proof_init, proof_height } = message;
  const id = newConnectionId(context);
  const row: ConnectionRow = {
    client_id,
    versions: [pickVersion(counterparty_versions)],
    state: 'STATE_TRYOPEN',
    counterparty,
    delay_period,
  };
  const expected = mirror(row, '', 'STATE_INIT', counterparty_versions);
  const path = pathOf(connections, counterparty.connection_id);
  verifyHandshake(context, row, proof_height, proof_init, { path, row: expected });
  addConnection(context, id, row);
}

/** ICS-03, `connOpenAck`: opens the end that began, with the version that the counterparty picked. */
export function openAck(context: Context, message: MsgOpenAck): void {
  const { connection_id, counterparty_connection_id, version, proof_try, proof_height } = message;
  const row = connectionOf(context, connection_id);
  ensure(row.state === 'STATE_INIT', 'invalidConnectionState', `${connection_id} is in ${row.state}`);
  const supported = isSupported(row.versions, version);
  ensure(supported, 'invalidConnectionState', 'the version is none of those offered');
  const expected = mirror(row, connection_id, 'STATE_TRYOPEN', [version]);
  const path = pathOf(connections, counterparty_connection_id);
  verifyHandshake(context, row, proof_height, proof_try, { path, row: expected });
  const counterparty: ConnectionCounterparty = { ...row.counterparty, connection_id: counterparty_connection_id };
  context.draft.set(connections, connection_id, { ...row, state: 'STATE_OPEN', versions: [version], counterparty });
}

/** ICS-03, `connOpenConfirm`: opens the end that answered. */
export function openConfirm(context: Context, message: MsgOpenConfirm): void {
  const { connection_id, proof_ack, proof_height } = message;
  const row = connectionOf(context, connection_id);
  ensure(row.state === 'STATE_TRYOPEN', 'invalidConnectionState', `${connection_id} is in ${row.state}`);
  const expected = mirror(row, connection_id, 'STATE_OPEN', row.versions);
  const path = pathOf(connections, row.counterparty.connection_id);
  verifyHandshake(context, row, proof_height, proof_ack, { path, row: expected });
  context.draft.set(connections, connection_id, { ...row, state: 'STATE_OPEN' });
}

/** The connection end that the counterparty must have stored. */
function mirror(
  { client_id, counterparty, delay_period }: ConnectionRow,
  ownId: string,
  state: ConnectionState,
  versions: readonly ConnectionVersion[],
): ConnectionRow {
  return {
    client_id: counterparty.client_id,
    versions,
    state,
    counterparty: { client_id, connection_id: ownId, prefix: PREFIX },
    delay_period,
  };
}
