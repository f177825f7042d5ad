import type { Packet } from '../../../specs/block.ts';
import type { HeightRow } from '../../../specs/tables/ibc/height.ts';
import { nextSequenceSend, packetCommitments } from '../../../specs/tables/ibc/packet.ts';
import type { Hex, Nanos } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { openChannel, hopOf } from '../channel/store.ts';
import { latestHeight, requireActive, timestampAt } from '../client/status.ts';
import { connectionOf } from '../connection/store.ts';
import { ensure } from '../errors.ts';
import { isZeroHeight } from '../height.ts';
import { channelKey, packetKey } from '../path.ts';
import { checkPacket } from './check.ts';
import { commitPacket } from './commitment.ts';
import { hasTimedOut } from './timeout.ts';

/**
 * Sends a packet (ICS-04, `sendPacket`) and returns its sequence. Refusals worth telling apart with `isRefusedAs`:
 * `channelNotFound`, `invalidChannelState` (not open), `clientNotActive` (expired or frozen), `timeoutElapsed`.
 * Nothing is written when it refuses.
 */
export function sendPacket(
  context: Context,
  port: string,
  channel: string,
  timeoutHeight: HeightRow,
  timeoutTimestamp: Nanos,
  data: Hex,
): bigint {
  const { draft, sentPackets } = context;
  const row = openChannel(context, port, channel);
  const sequence = draft.get(nextSequenceSend, channelKey(port, channel)) ?? 1n;
  const packet: Packet = {
    sequence,
    source_port: port,
    source_channel: channel,
    destination_port: row.counterparty.port_id,
    destination_channel: row.counterparty.channel_id,
    data,
    timeout_height: timeoutHeight,
    timeout_timestamp: timeoutTimestamp,
  };
  checkPacket(packet);
  const { client_id } = connectionOf(context, hopOf(row));
  requireActive(context, client_id);
  const latest = latestHeight(context, client_id);
  ensure(!isZeroHeight(latest), 'invalidHeight', `the client ${client_id} has no height`);
  const late = hasTimedOut(packet, latest, timestampAt(context, client_id, latest));
  ensure(!late, 'timeoutElapsed', 'the receiver is past the timeout already');
  draft.set(nextSequenceSend, channelKey(port, channel), sequence + 1n);
  draft.set(packetCommitments, packetKey(port, channel, sequence), commitPacket(packet));
  sentPackets.push(packet);
  return sequence;
}
