import { channelEnds, type ChannelRow, type ChannelState } from '../../../specs/tables/ibc/channel.ts';
import type { ConnectionRow } from '../../../specs/tables/ibc/connection.ts';
import type { ChannelOpening, Context } from '../../context.ts';
import { claimChannel } from '../capability.ts';
import { requireActive } from '../client/status.ts';
import { connectionOf, openConnection } from '../connection/store.ts';
import { ensure } from '../errors.ts';
import { channelKey, pathOf } from '../path.ts';
import { verifyHandshake } from '../proof.ts';
import { appOfChannel, appOfPort } from '../route.ts';
import type { MsgOpenAck, MsgOpenConfirm, MsgOpenInit, MsgOpenTry } from './message-types.ts';
import { addChannel, channelOf, hopOf, newChannelId } from './store.ts';

/**
 * ICS-04, `chanOpenInit`: begins a channel, also over a connection that is not open yet. Applications may call it too.
 * Returns the id of the channel.
 */
export function channelOpenInit(
  context: Context,
  { port_id, channel }: Pick<MsgOpenInit, 'port_id' | 'channel'>,
): string {
  const app = appOfPort(context, port_id);
  const connection = connectionOf(context, hopOf(channel));
  checkOrdering(connection, channel);
  requireActive(context, connection.client_id);
  const id = newChannelId(context);
  const version = app.onChanOpenInit(context, opening(port_id, id, channel, ''));
  claimChannel(context, port_id, id);
  addChannel(context, port_id, id, { ...end(channel), state: 'STATE_INIT', version });
  return id;
}

/** ICS-04, `chanOpenTry`: answers a channel that the counterparty has begun. */
export function openTry(context: Context, message: MsgOpenTry): void {
  const { port_id, channel, counterparty_version, proof_init, proof_height } = message;
  const app = appOfPort(context, port_id);
  const id = newChannelId(context);
  const connection = openConnection(context, hopOf(channel));
  checkOrdering(connection, channel);
  const { port_id: theirPort, channel_id: theirChannel } = channel.counterparty;
  const expected = mirror(connection, channel, { port_id, channel_id: '' }, 'STATE_INIT', counterparty_version);
  const path = pathOf(channelEnds, channelKey(theirPort, theirChannel));
  verifyHandshake(context, connection, proof_height, proof_init, { path, row: expected });
  const version = app.onChanOpenTry(context, opening(port_id, id, channel, counterparty_version));
  claimChannel(context, port_id, id);
  addChannel(context, port_id, id, { ...end(channel), state: 'STATE_TRYOPEN', version });
}

/** ICS-04, `chanOpenAck`: opens the end that began; the application is told afterwards. */
export function openAck(context: Context, message: MsgOpenAck): void {
  const { port_id, channel_id, counterparty_channel_id, counterparty_version, proof_try, proof_height } = message;
  const app = appOfChannel(context, port_id, channel_id);
  const row = channelOf(context, port_id, channel_id);
  ensure(row.state === 'STATE_INIT', 'invalidChannelState', `${channel_id} is in ${row.state}`);
  const connection = openConnection(context, hopOf(row));
  const expected = mirror(connection, row, { port_id, channel_id }, 'STATE_TRYOPEN', counterparty_version);
  const path = pathOf(channelEnds, channelKey(row.counterparty.port_id, counterparty_channel_id));
  verifyHandshake(context, connection, proof_height, proof_try, { path, row: expected });
  context.draft.set(channelEnds, channelKey(port_id, channel_id), {
    ...row,
    state: 'STATE_OPEN',
    version: counterparty_version,
    counterparty: { ...row.counterparty, channel_id: counterparty_channel_id },
  });
  app.onChanOpenAck(context, port_id, channel_id, counterparty_channel_id, counterparty_version);
}

/** ICS-04, `chanOpenConfirm`: opens the end that answered; the application is told afterwards. */
export function openConfirm(context: Context, message: MsgOpenConfirm): void {
  const { port_id, channel_id, proof_ack, proof_height } = message;
  const app = appOfChannel(context, port_id, channel_id);
  const row = channelOf(context, port_id, channel_id);
  ensure(row.state === 'STATE_TRYOPEN', 'invalidChannelState', `${channel_id} is in ${row.state}`);
  const connection = openConnection(context, hopOf(row));
  const expected = mirror(connection, row, { port_id, channel_id }, 'STATE_OPEN', row.version);
  verifyHandshake(context, connection, proof_height, proof_ack, { path: theirPath(row), row: expected });
  context.draft.set(channelEnds, channelKey(port_id, channel_id), { ...row, state: 'STATE_OPEN' });
  app.onChanOpenConfirm(context, port_id, channel_id);
}

/** The path of the counterparty's end of a channel. */
export function theirPath({ counterparty }: ChannelRow): string {
  return pathOf(channelEnds, channelKey(counterparty.port_id, counterparty.channel_id));
}

/** The channel end that the counterparty must have stored. */
export function mirror(
  connection: ConnectionRow,
  { ordering }: Pick<ChannelRow, 'ordering'>,
  own: ChannelRow['counterparty'],
  state: ChannelState,
  version: string,
): ChannelRow {
  return {
    state,
    ordering,
    counterparty: own,
    connection_hops: [connection.counterparty.connection_id],
    version,
  };
}

/** The connection must have settled on one version, and that must know the ordering of the channel. */
function checkOrdering({ versions }: ConnectionRow, { ordering }: ChannelRow): void {
  const [version] = versions;
  const settled = version !== undefined && versions.length === 1;
  ensure(settled, 'invalidConnectionVersion', 'the connection has not settled on a version');
  const known = version.features.includes(ordering);
  ensure(known, 'invalidConnectionVersion', `the connection knows no channels that are ${ordering}`);
}

function end({ ordering, counterparty, connection_hops }: ChannelRow) {
  return { ordering, counterparty, connection_hops };
}

function opening(portId: string, channelId: string, channel: ChannelRow, counterpartyVersion: string): ChannelOpening {
  return {
    ordering: channel.ordering,
    connectionHops: channel.connection_hops,
    portId,
    channelId,
    counterpartyPortId: channel.counterparty.port_id,
    counterpartyChannelId: channel.counterparty.channel_id,
    version: channel.version,
    counterpartyVersion,
  };
}
