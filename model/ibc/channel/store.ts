import { SINGLETON } from '../../../specs/key.ts';
import { channelEnds, nextChannelSequence, type ChannelRow } from '../../../specs/tables/ibc/channel.ts';
import { nextSequenceAck, nextSequenceRecv, nextSequenceSend } from '../../../specs/tables/ibc/packet.ts';
import type { Context } from '../../context.ts';
import { ensure } from '../errors.ts';
import { channelKey } from '../path.ts';

/** A channel end; refuses if there is none. */
export function channelOf({ draft }: Context, port: string, channel: string): ChannelRow {
  const row = draft.get(channelEnds, channelKey(port, channel));
  ensure(row !== undefined, 'channelNotFound', `there is no channel ${channel} on port ${port}`);
  return row;
}

/** A channel end; refuses if there is none or if it is not open. */
export function openChannel(context: Context, port: string, channel: string): ChannelRow {
  const row = channelOf(context, port, channel);
  ensure(row.state === 'STATE_OPEN', 'invalidChannelState', `the channel ${channel} is in ${row.state}`);
  return row;
}

/** The connection that a channel end runs over; only one hop is supported. */
export function hopOf({ connection_hops }: Pick<ChannelRow, 'connection_hops'>): string {
  return connection_hops[0] ?? '';
}

/** Takes the next channel id. */
export function newChannelId({ draft }: Context): string {
  const sequence = draft.get(nextChannelSequence, SINGLETON) ?? 0n;
  draft.set(nextChannelSequence, SINGLETON, sequence + 1n);
  return `channel-${sequence}`;
}

/** Stores a new channel end; all its sequences begin with 1 (ICS-04). */
export function addChannel({ draft, features }: Context, port: string, channel: string, row: ChannelRow): void {
  const key = channelKey(port, channel);
  draft.set(channelEnds, key, features.has('ibc-channel-upgrades') ? { ...row, upgrade_sequence: 0n } : row);
  draft.set(nextSequenceSend, key, 1n);
  draft.set(nextSequenceRecv, key, 1n);
  draft.set(nextSequenceAck, key, 1n);
}
