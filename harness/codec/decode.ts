import type { Value } from '../../specs/value.ts';
import { within } from './codec-error.ts';
import type { FieldPlan, Plan, Plans } from './plan.ts';
import { READ_SCALAR, readText, WIRE_OF } from './read-scalar.ts';
import { Reader, WIRE } from './reader.ts';
import type { FieldKind, MessageKind } from './schema.ts';
import { joinNanos } from './time.ts';

/**
 * Decodes messages straight from the wire to plain data (`Value`). Both methods throw an `Error` that names
 * the field where the bytes stop making sense.
 * Fields that the schema does not know are skipped: that is how a consumer reads the genesis of a newer provider.
 */
export interface Decoder {
  decode(plan: Plan, bytes: Buffer): Value;
  /** The same for a message that has a form of its own, such as `Timestamp`. */
  decodeAs(kind: Exclude<MessageKind, 'message'>, bytes: Buffer): Value;
}

type Mutable = Record<string, Value>;
type Read = (reader: Reader, field: FieldPlan) => Value;

/** The decoder for a set of plans, which also resolve what stands in an `Any`. */
export function decoder(plans: Plans): Decoder {
  const message = (plan: Plan, reader: Reader, end: number): Mutable => {
    const out: Mutable = { ...plan.blank };
    eachField(reader, end, (no, wire) => {
      const field = plan.byNumber.get(no);
      if (field === undefined) return false;
      try {
        readInto(out, field, reader, wire);
      } catch (error) {
        throw within(field.name, error);
      }
      return true;
    });
    return out;
  };

  const readInto = (out: Mutable, field: FieldPlan, reader: Reader, wire: number): void => {
    const read = READ[field.kind];
    if (field.packed && wire === WIRE.bytes) {
      const items = listOf(out, field.name);
      embedded(reader, (end) => {
        while (reader.pos < end) items.push(read(reader, field));
      });
      return;
    }
    if (wire !== WIRE_OF[field.kind]) throw new Error(`wire type ${wire} does not fit a field of kind ${field.kind}`);
    const value = read(reader, field);
    if (field.list) listOf(out, field.name).push(value);
    else out[field.name] = value;
  };

  const any = (reader: Reader, end: number): Value => {
    let url = '';
    let payload = reader.bytes.subarray(0, 0);
    eachField(reader, end, (no, wire) => {
      if (wire !== WIRE.bytes || no > 2) return false;
      if (no === 1) url = readText(reader);
      else payload = embedded(reader, (stop) => reader.bytes.subarray(reader.pos, (reader.pos = stop)));
      return true;
    });
    const plan = plans(url.slice(url.lastIndexOf('/') + 1));
    if (plan === undefined) return { '@type': url, value: payload.toString('hex') };
    try {
      return { '@type': url, ...message(plan, new Reader(payload), payload.length) };
    } catch (error) {
      throw within(url, error);
    }
  };

  const READ: Readonly<Record<FieldKind, Read>> = {
    ...READ_SCALAR,
    message: (reader, field) => embedded(reader, (end) => message(field.message(), reader, end)),
    timestamp: (reader) => embedded(reader, (end) => nanos(reader, end)),
    duration: (reader) => embedded(reader, (end) => nanos(reader, end)),
    any: (reader) => embedded(reader, (end) => any(reader, end)),
  };

  return {
    decode: (plan, bytes) => message(plan, new Reader(bytes), bytes.length),
    decodeAs: (kind, bytes) => (kind === 'any' ? any : nanos)(new Reader(bytes), bytes.length),
  };
}

/** Calls `take` with the number and wire type of each field up to `end`; a field that it does not take is skipped. */
function eachField(reader: Reader, end: number, take: (no: number, wire: number) => boolean): void {
  while (reader.pos < end) {
    const tag = reader.small();
    if (!take(Math.floor(tag / 8), tag & 7)) reader.skip(tag & 7);
  }
  if (reader.pos !== end) throw new Error('a field reaches beyond the end of its message');
}

/** Reads what stands behind a length; `read` gets its end. */
function embedded<T>(reader: Reader, read: (end: number) => T): T {
  const size = reader.small();
  const start = reader.take(size);
  reader.pos = start;
  return read(start + size);
}

/** `Timestamp` and `Duration` have the same fields. */
function nanos(reader: Reader, end: number): bigint {
  let seconds = 0n;
  let rest = 0;
  eachField(reader, end, (no, wire) => {
    if (wire !== WIRE.varint || no > 2) return false;
    if (no === 1) seconds = reader.int64();
    else rest = reader.int32();
    return true;
  });
  return joinNanos(seconds, rest);
}

/** The list that a field's items go to. That of the blank message is shared and frozen: the first item replaces it. */
function listOf(out: Mutable, name: string): Value[] {
  const items = out[name];
  if (Array.isArray(items) && !Object.isFrozen(items)) return items;
  const fresh: Value[] = [];
  out[name] = fresh;
  return fresh;
}
