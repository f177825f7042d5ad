import { describe, expect, test } from 'vitest';
import type { Packet } from '../../../specs/block.ts';
import { channelEnds, type ChannelOrdering } from '../../../specs/tables/ibc/channel.ts';
import { nextSequenceAck, packetCommitments } from '../../../specs/tables/ibc/packet.ts';
import { SECOND } from '../../../specs/value.ts';
import { channelCloseInit } from '../channel/close.ts';
import { receipt, NEXT, opened, send, receive, acknowledge, timeout } from '../testing/packets.ts';
import { NEW, OLD, type Pair } from '../testing/pair.ts';

const hex = (text: string) => Buffer.from(text).toString('hex');

/** A packet whose timeout has passed on the receiver before anyone delivered it. */
function lost(ordering: ChannelOrdering): { readonly pair: Pair; readonly packet: Packet } {
  const pair = opened(ordering);
  const packet = send(pair, pair.b.time + 10n * SECOND);
  pair.b.time += 20n * SECOND;
  pair.b.run();
  return { pair, packet };
}

describe('acknowledging a packet', () => {
  test('forgets its commitment and counts it on an ordered channel', () => {
    const pair = opened();
    const packet = send(pair);
    receive(pair, packet);
    expect(acknowledge(pair, packet)).toBe('/0');
    expect(pair.a.row(packetCommitments, packetCommitments.key('left', 'channel-0', 1n))).toBeUndefined();
    expect(pair.a.row(nextSequenceAck, nextSequenceAck.key('left', 'channel-0'))).toBe(2n);
    expect(acknowledge(pair, packet)).toBe('/0');
    expect(pair.a.row(nextSequenceAck, nextSequenceAck.key('left', 'channel-0'))).toBe(2n);
  });

  test('out of order is refused on an ordered channel', () => {
    const pair = opened();
    const packets = [send(pair), send(pair)] as const;
    for (const packet of packets) receive(pair, packet);
    expect(acknowledge(pair, packets[1])).toBe('channel/21');
  });

  test.each([
    ['with another acknowledgement', () => ({ acknowledgement: '02' }), 'commitment/2'],
    ['with an empty acknowledgement', () => ({ acknowledgement: '' }), 'channel/16'],
    ['without a proof', () => ({ proof_acked: '' }), 'commitment/2'],
    ['of other data', (packet: Packet) => ({ packet: { ...packet, data: 'ff' } }), 'channel/13'],
    [
      'for another channel',
      (packet: Packet) => ({ packet: { ...packet, destination_channel: 'channel-9' } }),
      'channel/13',
    ],
    [
      'on an unknown channel',
      (packet: Packet) => ({ packet: { ...packet, source_channel: 'channel-9' } }),
      'channel/3',
    ],
    ['on an unknown port', (packet: Packet) => ({ packet: { ...packet, source_port: 'nobody' } }), 'port/5'],
    ['that was never sent does nothing and', (packet: Packet) => ({ packet: { ...packet, sequence: 9n } }), '/0'],
  ])('%s answers', (_, changes, expected) => {
    const pair = opened();
    const packet = send(pair);
    receive(pair, packet);
    expect(acknowledge(pair, packet, changes(packet))).toBe(expected);
  });

  test('in JSON that is not canonical is refused by releases that ask for it', () => {
    const acknowledgement = hex('{ "result":"AQ=="}');
    for (const [features, expected] of [[NEW, 'channel/16'] as const, [OLD, '/0'] as const]) {
      const pair = opened('ORDER_ORDERED', features);
      const packet = send(pair);
      pair.b.app.onRecvPacket = () => ({ acknowledgement, success: true });
      receive(pair, packet);
      expect(acknowledge(pair, packet, { acknowledgement })).toBe(expected);
    }
  });
});

describe('a packet that timed out', () => {
  test('closes an ordered channel', () => {
    const { pair, packet } = lost('ORDER_ORDERED');
    expect(timeout(pair, packet, NEXT)).toBe('/0');
    expect(pair.a.row(channelEnds, channelEnds.key('left', 'channel-0'))?.state).toBe('STATE_CLOSED');
    expect(pair.a.row(packetCommitments, packetCommitments.key('left', 'channel-0', 1n))).toBeUndefined();
    expect(timeout(pair, packet, NEXT)).toBe('/0');
  });

  test('leaves an unordered channel open', () => {
    const { pair, packet } = lost('ORDER_UNORDERED');
    expect(timeout(pair, packet, receipt(1n))).toBe('/0');
    expect(pair.a.row(channelEnds, channelEnds.key('left', 'channel-0'))?.state).toBe('STATE_OPEN');
  });

  test.each([
    ['with a wrong next sequence', { next_sequence_recv: 0n }, 'ibc/1'],
    ['with a next sequence after it', { next_sequence_recv: 2n }, 'channel/19'],
    ['at a header that nobody has shown', { proof_height: { revision_number: 0n, revision_height: 99n } }, 'client/7'],
    ['without a proof', { proof_unreceived: '' }, 'commitment/2'],
  ])('is not settled %s', (_, changes, expected) => {
    const { pair, packet } = lost('ORDER_ORDERED');
    expect(timeout(pair, packet, NEXT, changes)).toBe(expected);
  });

  test('is not settled before its time, nor with other data, nor when it was received', () => {
    const pair = opened('ORDER_UNORDERED');
    const packet = send(pair, pair.b.time + 20n * SECOND);
    expect(timeout(pair, packet, receipt(1n))).toBe('channel/39');
    receive(pair, packet);
    pair.b.time += 30n * SECOND;
    pair.b.run();
    expect(timeout(pair, packet, receipt(1n))).toBe('commitment/2');
    expect(timeout(pair, packet, receipt(1n), { packet: { ...packet, data: 'ff' } })).toBe('channel/13');
  });
});

describe('a packet whose receiver closed its channel', () => {
  test.each(['ORDER_ORDERED', 'ORDER_UNORDERED'] as const)('is settled on a channel that is %s', (ordering) => {
    const pair = opened(ordering);
    const packet = send(pair);
    const path = ordering === 'ORDER_ORDERED' ? NEXT : receipt(1n);
    expect(timeout(pair, packet, path, {}, 'MsgTimeoutOnClose')).toBe('commitment/2');
    pair.b.next = (context) => channelCloseInit(context, 'right', 'channel-0');
    pair.b.run();
    expect(timeout(pair, packet, path, { proof_close: '' }, 'MsgTimeoutOnClose')).toBe('commitment/2');
    expect(timeout(pair, packet, path, { next_sequence_recv: 0n }, 'MsgTimeoutOnClose')).toBe('ibc/1');
    // An unordered channel does not ask for the next sequence.
    const expected = ordering === 'ORDER_ORDERED' ? 'channel/13' : '/0';
    expect(timeout(pair, packet, path, { next_sequence_recv: 2n }, 'MsgTimeoutOnClose')).toBe(expected);
    expect(timeout(pair, packet, path, {}, 'MsgTimeoutOnClose')).toBe('/0');
    expect(timeout(pair, packet, path, {}, 'MsgTimeoutOnClose')).toBe('/0');
    expect(pair.a.row(packetCommitments, packetCommitments.key('left', 'channel-0', 1n))).toBeUndefined();
  });

  test('cannot be received or acknowledged any more', () => {
    const pair = opened();
    const packets = [send(pair), send(pair)] as const;
    receive(pair, packets[0]);
    for (const [chain, port] of [[pair.a, 'left'] as const, [pair.b, 'right'] as const]) {
      chain.next = (context) => channelCloseInit(context, port, 'channel-0');
      chain.run();
    }
    expect(receive(pair, packets[1])).toBe('channel/5');
    expect(acknowledge(pair, packets[0])).toBe('channel/5');
  });
});
