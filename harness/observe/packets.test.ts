import { describe, expect, test } from 'vitest';
import { ObservationError } from './observation-error.ts';
import { sentPackets, writtenAcks } from './packets.ts';
import type { ChainEvent } from '../facts/answers.ts';

const ATTRIBUTES = {
  packet_data_hex: '7b7d',
  packet_timeout_height: '2-30',
  packet_timeout_timestamp: '1767225612000000005',
  packet_sequence: '3',
  packet_src_port: 'provider',
  packet_src_channel: 'channel-0',
  packet_dst_port: 'consumer',
  packet_dst_channel: 'channel-1',
};

const PACKET = {
  sequence: 3n,
  source_port: 'provider',
  source_channel: 'channel-0',
  destination_port: 'consumer',
  destination_channel: 'channel-1',
  data: '7b7d',
  timeout_height: { revision_number: 2n, revision_height: 30n },
  timeout_timestamp: 1767225612000000005n,
};

function event(type: string, changes: Readonly<Record<string, string>> = {}): ChainEvent {
  return { type, attributes: new Map(Object.entries({ ...ATTRIBUTES, ...changes })) };
}

test('reads the packets that were sent, in order, from among other events', () => {
  const events = [event('send_packet'), event('transfer'), event('send_packet', { packet_sequence: '4' })];
  expect(sentPackets(events)).toEqual([PACKET, { ...PACKET, sequence: 4n }]);
});

test('reads the acknowledgements that were written', () => {
  expect(writtenAcks([event('write_acknowledgement', { packet_ack_hex: '01' }), event('send_packet')])).toEqual([
    { packet: PACKET, acknowledgement: '01' },
  ]);
});

describe('a packet that cannot be read is an error', () => {
  test.each([
    ['packet_data_hex', 'xyz'],
    ['packet_sequence', 'three'],
    ['packet_timeout_height', '30'],
    ['packet_timeout_timestamp', ''],
  ])('%s = %j', (key, value) => {
    expect(() => sentPackets([event('send_packet', { [key]: value })])).toThrow(ObservationError);
  });

  test('an attribute that is missing', () => {
    expect(() => writtenAcks([event('write_acknowledgement')])).toThrow(/packet_ack_hex is missing/u);
  });
});
