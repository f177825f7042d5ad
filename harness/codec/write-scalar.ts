import type { BinaryWriter } from '@bufbuild/protobuf/wire';
import type { Value } from '../../specs/value.ts';
import type { FieldPlan } from './plan.ts';
import type { FieldKind, MessageKind } from './schema.ts';
import { textAsBytes } from './text-bytes.ts';

type Write = (writer: BinaryWriter, value: Value, field: FieldPlan) => void;

/** How each kind of field that is not a message is written; a value of a wrong shape or range is an error. */
export const WRITE_SCALAR: Readonly<Record<Exclude<FieldKind, MessageKind>, Write>> = {
  double: (writer, value) => void writer.double(number(value)),
  float: (writer, value) => void writer.float(number(value)),
  int32: (writer, value) => void writer.int32(number(value)),
  sint32: (writer, value) => void writer.sint32(number(value)),
  uint32: (writer, value) => void writer.uint32(number(value)),
  fixed32: (writer, value) => void writer.fixed32(number(value)),
  sfixed32: (writer, value) => void writer.sfixed32(number(value)),
  int64: (writer, value) => void writer.int64(integer(value)),
  sint64: (writer, value) => void writer.sint64(integer(value)),
  uint64: (writer, value) => void writer.uint64(integer(value)),
  fixed64: (writer, value) => void writer.fixed64(integer(value)),
  sfixed64: (writer, value) => void writer.sfixed64(integer(value)),
  bool: (writer, value) => {
    if (typeof value !== 'boolean') throw new Error('not a boolean');
    writer.bool(value);
  },
  string: (writer, value) => void writer.string(text(value)),
  bytes: (writer, value) => void writer.bytes(bytes(value)),
  text: (writer, value) => void writer.bytes(textAsBytes(text(value))),
  int: (writer, value) => void writer.string(integer(value).toString()),
  dec: (writer, value) => void writer.string(integer(value).toString()),
  enum: (writer, value, field) => void writer.int32(enumNumber(value, field)),
};

/** Whether proto3 leaves the value out. */
export function isZero(field: FieldPlan, value: Value): boolean {
  if (field.kind === 'enum') return enumNumber(value, field) === 0;
  return value === 0 || value === 0n || value === '' || value === false;
}

function enumNumber(value: Value, field: FieldPlan): number {
  if (typeof value === 'number') return value;
  const name = text(value);
  const number = field.numbers.get(name);
  if (number === undefined) throw new Error(`"${name}" is not a value of ${field.type ?? 'the enum'}`);
  return number;
}

function number(value: Value): number {
  if (typeof value !== 'number') throw new Error('not a number');
  return value;
}

function integer(value: Value): bigint {
  if (typeof value !== 'bigint') throw new Error('not a bigint');
  return value;
}

function text(value: Value): string {
  if (typeof value !== 'string') throw new Error('not a string');
  return value;
}

function bytes(value: Value): Buffer {
  if (typeof value !== 'string' || !/^(?:[0-9a-f]{2})*$/.test(value)) throw new Error('not bytes in lower-case hex');
  return Buffer.from(value, 'hex');
}
