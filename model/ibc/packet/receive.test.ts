import { describe, expect, test } from 'vitest';
import { nextSequenceRecv, packetAcks, packetReceipts } from '../../../specs/tables/ibc/packet.ts';
import { SECOND } from '../../../specs/value.ts';
import { Refusal } from '../../refusal.ts';
import { FAR, NO_HEIGHT, sent, opened, send, receive } from '../testing/packets.ts';
import { NEW, OLD, message, said, show } from '../testing/pair.ts';
import { commitAcknowledgement } from './commitment.ts';
import { sendPacket } from './send.ts';

const ACK = '01';

describe('receiving a packet', () => {
  test.each(['ORDER_ORDERED', 'ORDER_UNORDERED'] as const)('acknowledges it on a channel that is %s', (ordering) => {
    const pair = opened(ordering);
    expect(receive(pair, send(pair))).toBe('/0');
    const key = nextSequenceRecv.key('right', 'channel-0');
    expect(pair.b.row(packetAcks, packetAcks.key('right', 'channel-0', 1n))).toBe(commitAcknowledgement(ACK));
    expect(pair.b.row(nextSequenceRecv, key)).toBe(ordering === 'ORDER_ORDERED' ? 2n : 1n);
    expect(pair.b.row(packetReceipts, packetReceipts.key('right', 'channel-0', 1n))).toBe(
      ordering === 'ORDER_ORDERED' ? undefined : '01',
    );
    expect(pair.b.step.observation.writtenAcks).toHaveLength(1);
  });

  test.each(['ORDER_ORDERED', 'ORDER_UNORDERED'] as const)('twice does nothing on a channel that is %s', (ordering) => {
    const pair = opened(ordering);
    const packet = send(pair);
    receive(pair, packet);
    expect(receive(pair, packet)).toBe('/0');
    expect(pair.b.step.observation.writtenAcks).toEqual([]);
  });

  test('out of order is refused on an ordered channel and possible on an unordered one', () => {
    for (const [ordering, expected] of [['ORDER_ORDERED', 'channel/21'] as const, ['ORDER_UNORDERED', '/0'] as const]) {
      const pair = opened(ordering);
      send(pair);
      expect(receive(pair, send(pair))).toBe(expected);
    }
  });

  test('keeps nothing of what the application wrote or sent when it acknowledges an error', () => {
    const pair = opened();
    const { b } = pair;
    const packet = send(pair);
    b.app.onRecvPacket = (context) => {
      context.draft.set(packetReceipts, packetReceipts.key('spoiled', 'channel-0', 1n), '01');
      sendPacket(context, 'right', 'channel-0', NO_HEIGHT, FAR, 'beef');
      return { acknowledgement: 'ee', success: false };
    };
    expect(receive(pair, packet)).toBe('/0');
    expect(b.row(packetReceipts, packetReceipts.key('spoiled', 'channel-0', 1n))).toBeUndefined();
    expect(b.step.observation.sentPackets).toEqual([]);
    expect(b.row(packetAcks, packetAcks.key('right', 'channel-0', 1n))).toBe(commitAcknowledgement('ee'));
  });

  test('is refused when the application fails', () => {
    const pair = opened();
    pair.b.app.onRecvPacket = () => {
      throw new Refusal('app', 7, 'no');
    };
    expect(receive(pair, send(pair))).toBe('app/7');
  });

  test.each([
    ['with other data', { data: 'ff' }, 'commitment/2', 'commitment/2'],
    ['with another timeout', { timeout_timestamp: FAR + 1n }, 'commitment/2', 'commitment/2'],
    ['that was never sent', { sequence: 9n }, 'commitment/2', 'commitment/2'],
    ['from another channel', { source_channel: 'channel-7' }, 'channel/13', 'channel/13'],
    ['from another port', { source_port: 'other' }, 'channel/13', 'channel/13'],
    ['for an unknown channel', { destination_channel: 'channel-7' }, 'channel/3', 'capability/7'],
    ['for an unknown port', { destination_port: 'nobody' }, 'port/5', 'capability/7'],
    ['with sequence zero', { sequence: 0n }, 'channel/13', 'channel/13'],
    ['without data', { data: '' }, 'channel/13', 'channel/13'],
    ['without a timeout', { timeout_timestamp: 0n }, 'channel/13', 'channel/13'],
    ['from a malformed channel', { source_channel: 'x' }, 'host/2', 'host/2'],
  ])('%s is refused', (_, changes, fresh, older) => {
    for (const [features, expected] of [[NEW, fresh] as const, [OLD, older] as const]) {
      const pair = opened('ORDER_ORDERED', features);
      const packet = send(pair);
      expect(receive(pair, packet, { packet: { ...packet, ...changes } })).toBe(expected);
    }
  });

  test('without a proof, or with the proof of an empty place, is refused', () => {
    const pair = opened();
    const packet = send(pair);
    expect(receive(pair, packet, { proof_commitment: '' })).toBe('commitment/2');
    expect(receive(pair, packet, {}, { row: null })).toBe('commitment/2');
  });

  test('is refused once it has timed out, by time or by height', () => {
    const pair = opened('ORDER_UNORDERED');
    const byTime = send(pair, pair.b.time + 10n * SECOND);
    const byHeight = send(pair, 0n, { revision_number: 0n, revision_height: pair.b.height + 2n });
    pair.b.time += 20n * SECOND;
    pair.b.run();
    expect(receive(pair, byTime)).toBe('channel/40');
    expect(receive(pair, byHeight)).toBe('channel/40');
  });

  test('waits for the delay of the connection, in time and in blocks', () => {
    const pair = opened('ORDER_UNORDERED', NEW, 40n * SECOND);
    const { a, b } = pair;
    const packet = send(pair);
    const { update, proof_height } = show(a, b);
    const deliver = message('channel.v1.MsgRecvPacket', { packet, proof_commitment: a.prove(sent(1n)), proof_height });
    expect(said(b.run(update))).toBe('/0');
    expect(said(b.run(deliver))).toBe('07-tendermint/10');
    b.time += 40n * SECOND;
    expect(said(b.run(deliver))).toBe('/0');
  });

  test('needs two blocks for a delay of forty seconds, however long they take', () => {
    const pair = opened('ORDER_UNORDERED', NEW, 40n * SECOND);
    const { a, b } = pair;
    const packet = send(pair);
    const { update, proof_height } = show(a, b);
    const deliver = message('channel.v1.MsgRecvPacket', { packet, proof_commitment: a.prove(sent(1n)), proof_height });
    b.run(update);
    b.time += 60n * SECOND;
    expect(said(b.run(deliver))).toBe('07-tendermint/10');
    expect(said(b.run(deliver))).toBe('/0');
  });
});
