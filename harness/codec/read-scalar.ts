import type { Value } from '../../specs/value.ts';
import { parseInteger } from './number-text.ts';
import type { FieldPlan } from './plan.ts';
import { WIRE, type Reader } from './reader.ts';
import type { FieldKind, MessageKind } from './schema.ts';
import { bytesAsText } from './text-bytes.ts';

/** How each kind of field that is not a message is read. */
export const READ_SCALAR: Readonly<
  Record<Exclude<FieldKind, MessageKind>, (reader: Reader, field: FieldPlan) => Value>
> = {
  double: (reader) => reader.bytes.readDoubleLE(reader.take(8)),
  float: (reader) => reader.bytes.readFloatLE(reader.take(4)),
  int32: (reader) => reader.int32(),
  sint32: (reader) => {
    const value = reader.uint32();
    return (value >>> 1) ^ -(value & 1);
  },
  uint32: (reader) => reader.uint32(),
  fixed32: (reader) => reader.bytes.readUInt32LE(reader.take(4)),
  sfixed32: (reader) => reader.bytes.readInt32LE(reader.take(4)),
  int64: (reader) => reader.int64(),
  sint64: (reader) => {
    const value = reader.uint64();
    return (value >> 1n) ^ -(value & 1n);
  },
  uint64: (reader) => reader.uint64(),
  fixed64: (reader) => reader.bytes.readBigUInt64LE(reader.take(8)),
  sfixed64: (reader) => reader.bytes.readBigInt64LE(reader.take(8)),
  bool: (reader) => reader.varint() !== 0,
  string: readText,
  bytes: (reader) => reader.hex(),
  text: (reader) => {
    const start = reader.pos;
    const text = reader.text();
    if (text !== undefined) return text;
    reader.pos = start;
    return bytesAsText(reader.hex());
  },
  int: (reader) => parseInteger(readText(reader)),
  dec: (reader) => parseInteger(readText(reader)),
  enum: (reader, field) => {
    const value = reader.int32();
    return field.names[value] ?? value;
  },
};

/** Length-delimited text that has to be UTF-8. */
export function readText(reader: Reader): string {
  const text = reader.text();
  if (text === undefined) throw new Error('the text is not UTF-8');
  return text;
}

/** The wire type of a field of each kind that is not packed. */
export const WIRE_OF: Readonly<Record<FieldKind, number>> = {
  double: WIRE.fixed64,
  fixed64: WIRE.fixed64,
  sfixed64: WIRE.fixed64,
  float: WIRE.fixed32,
  fixed32: WIRE.fixed32,
  sfixed32: WIRE.fixed32,
  int32: WIRE.varint,
  sint32: WIRE.varint,
  uint32: WIRE.varint,
  int64: WIRE.varint,
  sint64: WIRE.varint,
  uint64: WIRE.varint,
  bool: WIRE.varint,
  enum: WIRE.varint,
  string: WIRE.bytes,
  bytes: WIRE.bytes,
  text: WIRE.bytes,
  int: WIRE.bytes,
  dec: WIRE.bytes,
  message: WIRE.bytes,
  timestamp: WIRE.bytes,
  duration: WIRE.bytes,
  any: WIRE.bytes,
};
