import { describe, expect, test } from 'vitest';
import { nextSequenceSend, packetCommitments } from '../../../specs/tables/ibc/packet.ts';
import { SECOND } from '../../../specs/value.ts';
import { isRefusedAs } from '../errors.ts';
import { channelCloseInit } from '../channel/close.ts';
import { FAR, NO_HEIGHT, opened, send } from '../testing/packets.ts';
import type { Pair } from '../testing/pair.ts';
import { commitPacket } from './commitment.ts';
import { sendPacket } from './send.ts';

const attempt = ({ a }: Pair, channel = 'channel-0', time = FAR, data = 'cafe') =>
  a.call((context) => {
    try {
      return sendPacket(context, 'left', channel, NO_HEIGHT, time, data);
    } catch (error) {
      return error;
    }
  });

describe('sending a packet', () => {
  test('writes its commitment, counts its sequence and shows it', () => {
    const pair = opened();
    const packet = send(pair);
    expect(packet).toMatchObject({ sequence: 1n, destination_port: 'right', destination_channel: 'channel-0' });
    expect(pair.a.row(packetCommitments, packetCommitments.key('left', 'channel-0', 1n))).toBe(commitPacket(packet));
    expect(pair.a.row(nextSequenceSend, nextSequenceSend.key('left', 'channel-0'))).toBe(2n);
  });

  test.each([
    ['on an unknown channel', 'channelNotFound', 'channel-9', FAR, 'cafe'],
    ['without data', 'invalidPacket', 'channel-0', FAR, ''],
    ['without a timeout', 'invalidPacket', 'channel-0', 0n, 'cafe'],
    ['that has timed out for what the client knows', 'timeoutElapsed', 'channel-0', 1n, 'cafe'],
  ] as const)('%s is refused', (_, error, channel, time, data) => {
    expect(isRefusedAs(attempt(opened(), channel, time, data), error)).toBe(true);
  });

  test('over an expired client is refused, and can be told from a closed channel', () => {
    const pair = opened();
    pair.a.time += 2000n * SECOND;
    expect(isRefusedAs(attempt(pair), 'clientNotActive')).toBe(true);
    const other = opened();
    other.a.next = (context) => channelCloseInit(context, 'left', 'channel-0');
    other.a.run();
    const failure = attempt(other);
    expect(isRefusedAs(failure, 'invalidChannelState')).toBe(true);
    expect(isRefusedAs(failure, 'clientNotActive')).toBe(false);
    expect(isRefusedAs(new Error('x'), 'clientNotActive')).toBe(false);
  });
});
