import { channelEnds } from '../../../specs/tables/ibc/channel.ts';
import type { Context } from '../../context.ts';
import { requireActive } from '../client/status.ts';
import { connectionOf, openConnection } from '../connection/store.ts';
import { ensure } from '../errors.ts';
import { channelKey } from '../path.ts';
import { verifyHandshake } from '../proof.ts';
import { appOfChannel } from '../route.ts';
import { mirror, theirPath } from './handshake.ts';
import type { MsgCloseConfirm, MsgCloseInit } from './message-types.ts';
import { channelOf, hopOf } from './store.ts';

/** A user closes a channel, if its application allows it. */
export function closeInit(context: Context, { port_id, channel_id }: MsgCloseInit): void {
  appOfChannel(context, port_id, channel_id).onChanCloseInit(context, port_id, channel_id);
  channelCloseInit(context, port_id, channel_id);
}

/** ICS-04, `chanCloseInit`: closes this end. Applications call it without their own callback. */
export function channelCloseInit(context: Context, port: string, channel: string): void {
  const row = channelOf(context, port, channel);
  ensure(row.state !== 'STATE_CLOSED', 'invalidChannelState', `${channel} is closed already`);
  const hop = hopOf(row);
  requireActive(context, connectionOf(context, hop).client_id);
  openConnection(context, hop);
  context.draft.set(channelEnds, channelKey(port, channel), { ...row, state: 'STATE_CLOSED' });
}

/** ICS-04, `chanCloseConfirm`: closes this end because the other one is closed. */
export function closeConfirm(context: Context, message: MsgCloseConfirm): void {
  const { port_id, channel_id, proof_init, proof_height } = message;
  appOfChannel(context, port_id, channel_id).onChanCloseConfirm(context, port_id, channel_id);
  const row = channelOf(context, port_id, channel_id);
  ensure(row.state !== 'STATE_CLOSED', 'invalidChannelState', `${channel_id} is closed already`);
  const connection = openConnection(context, hopOf(row));
  const expected = mirror(connection, row, { port_id, channel_id }, 'STATE_CLOSED', row.version);
  verifyHandshake(context, connection, proof_height, proof_init, { path: theirPath(row), row: expected });
  context.draft.set(channelEnds, channelKey(port_id, channel_id), { ...row, state: 'STATE_CLOSED' });
}
