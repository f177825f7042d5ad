import type { Height, Packet, WrittenAck } from '../../specs/block.ts';
import { ObservationError } from './observation-error.ts';
import type { ChainEvent } from '../facts/answers.ts';

/** The packets that a block sent, in order (event `send_packet`, ICS-04). */
export function sentPackets(events: readonly ChainEvent[]): Packet[] {
  return events.filter(({ type }) => type === 'send_packet').map(readPacket);
}

/** The acknowledgements that a block wrote, in order (event `write_acknowledgement`, ICS-04). */
export function writtenAcks(events: readonly ChainEvent[]): WrittenAck[] {
  return events
    .filter(({ type }) => type === 'write_acknowledgement')
    .map((event) => ({
      packet: readPacket(event),
      acknowledgement: matching(event, 'packet_ack_hex', HEX)[0],
    }));
}

const HEX = /^(?:[0-9a-f]{2})*$/u;
const NUMBER = /^\d+$/u;
const HEIGHT = /^(\d+)-(\d+)$/u;
const TEXT = /^[^]*$/u;

function readPacket(event: ChainEvent): Packet {
  return {
    sequence: BigInt(matching(event, 'packet_sequence', NUMBER)[0]),
    source_port: matching(event, 'packet_src_port', TEXT)[0],
    source_channel: matching(event, 'packet_src_channel', TEXT)[0],
    destination_port: matching(event, 'packet_dst_port', TEXT)[0],
    destination_channel: matching(event, 'packet_dst_channel', TEXT)[0],
    data: matching(event, 'packet_data_hex', HEX)[0],
    timeout_height: readHeight(event),
    timeout_timestamp: BigInt(matching(event, 'packet_timeout_timestamp', NUMBER)[0]),
  };
}

function readHeight(event: ChainEvent): Height {
  const [, revision = '', height = ''] = matching(event, 'packet_timeout_height', HEIGHT);
  return { revision_number: BigInt(revision), revision_height: BigInt(height) };
}

function matching({ type, attributes }: ChainEvent, key: string, form: RegExp): RegExpExecArray {
  const value = attributes.get(key);
  const match = value === undefined ? null : form.exec(value);
  if (match === null) throw new ObservationError(`event ${type}`, `${key} is ${value ?? 'missing'}`);
  return match;
}
