import type { ValueLayout } from '../../specs/layout.ts';
import type { Value } from '../../specs/value.ts';
import type { Codec } from '../codec/codec.ts';
import { readGoTime } from './go-time.ts';
import { readSdkTime } from './sdk-time.ts';
import { readText } from './text.ts';

/** Decodes the value of a store entry to its row. Throws if the layout does not fit. */
export type ValueReader = (bytes: Buffer) => Value;

/** The reader for the values of a table (`specs/layout.ts`), with the messages that the program knows. */
export function valueReader(layout: ValueLayout, codec: Codec): ValueReader {
  if (layout.as === 'proto') return protoReader(layout, codec);
  if (layout.as === 'any') return (bytes) => codec.decode('google.protobuf.Any', bytes);
  if (layout.as === 'enum32') return (bytes) => readEnum(layout.names, bytes);
  return READ_PLAIN[layout.as];
}

function protoReader({ type, without }: Extract<ValueLayout, { as: 'proto' }>, codec: Codec): ValueReader {
  if (without === undefined) return (bytes) => codec.decode(type, bytes);
  return (bytes) => {
    const fields = Object.entries(codec.decode(type, bytes) as { readonly [field: string]: Value });
    return Object.fromEntries(fields.filter(([field]) => !without.includes(field)));
  };
}

const READ_PLAIN: Readonly<Record<Exclude<ValueLayout['as'], 'proto' | 'any' | 'enum32'>, ValueReader>> = {
  u64: (bytes) => exactly(8, bytes).readBigUInt64BE(),
  u64le: (bytes) => exactly(8, bytes).readBigUInt64LE(),
  uint: (bytes) => BigInt(`0x0${bytes.toString('hex')}`),
  int: readInt,
  text: readText,
  hex: (bytes) => bytes.toString('hex'),
  time: readSdkTime,
  goTime: readGoTime,
};

function exactly(size: number, bytes: Buffer): Buffer {
  if (bytes.length !== size) throw new Error(`${bytes.length} bytes where ${size} belong`);
  return bytes;
}

function readInt(bytes: Buffer): bigint {
  const text = bytes.toString('latin1');
  if (!/^-?\d+$/u.test(text)) throw new Error(`"${text}" is not an integer`);
  return BigInt(text);
}

function readEnum(names: readonly string[], bytes: Buffer): string {
  const name = exactly(8, bytes).readUInt32BE(4) === 0 ? names[bytes.readUInt32BE()] : undefined;
  if (name === undefined) throw new Error(`${bytes.toString('hex')} is none of ${names.join(', ')}`);
  return name;
}
