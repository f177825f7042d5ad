import { BinaryWriter } from '@bufbuild/protobuf/wire';
import { NO_TIME, isList, type Fields, type Value } from '../../specs/value.ts';
import { within } from './codec-error.ts';
import type { FieldPlan, Plan, Plans } from './plan.ts';
import { WIRE_OF } from './read-scalar.ts';
import type { MessageKind } from './schema.ts';
import { splitDuration, splitTime } from './time.ts';
import { isZero, WRITE_SCALAR } from './write-scalar.ts';

/** Encodes plain data as Go does, byte for byte. Both methods throw an `Error` that names the field that does not fit. */
export interface Encoder {
  encode(plan: Plan, value: Value): Uint8Array;
  /** The same for a message that has a form of its own, such as `Timestamp`. */
  encodeAs(kind: Exclude<MessageKind, 'message'>, value: Value): Uint8Array;
}

/** The encoder for a set of plans, which also resolve the `@type` of an `Any`. */
export function encoder(plans: Plans): Encoder {
  const message = (writer: BinaryWriter, plan: Plan, value: Fields): void => {
    checkNames(plan, value);
    for (const field of plan.written) {
      const content = value[field.name];
      try {
        if (field.list) list(writer, field, content ?? []);
        else if (content !== undefined && content !== null) single(writer, field, content);
        else if (content === null && !mayBeNull(field)) throw new Error('null, which only a message can be');
        else if (field.byValue) unset(writer, field);
      } catch (error) {
        throw within(field.name, error);
      }
    }
  };

  const single = (writer: BinaryWriter, field: FieldPlan, value: Value): void => {
    const always = field.oneof !== undefined || field.optional === true || field.byValue;
    if (always || !isZero(field, value)) tagged(writer, field, value);
  };

  const list = (writer: BinaryWriter, field: FieldPlan, items: Value): void => {
    if (!isList(items)) throw new Error('not a list');
    if (field.packed && items.length > 0) {
      writer.tag(field.no, 2).fork();
      for (const item of items) content(writer, field, item);
      writer.join();
    } else if (!field.packed) for (const item of items) tagged(writer, field, item);
  };

  const tagged = (writer: BinaryWriter, field: FieldPlan, value: Value): void => {
    writer.tag(field.no, WIRE_OF[field.kind]);
    content(writer, field, value);
  };

  const content = (writer: BinaryWriter, field: FieldPlan, value: Value): void => {
    if (field.kind === 'message') message(writer.fork(), field.message(), asFields(value));
    else if (isOwnForm(field.kind)) ownForm(writer.fork(), field.kind, value);
    else return WRITE_SCALAR[field.kind](writer, value, field);
    writer.join();
  };

  /** A part that is held by value and was left out: Go writes its zero value. */
  const unset = (writer: BinaryWriter, field: FieldPlan): void => {
    if (field.kind === 'message') tagged(writer, field, {});
    else if (field.kind === 'any') writer.tag(field.no, 2).uint32(0);
    else tagged(writer, field, field.stdtime ? NO_TIME : 0n);
  };

  const ownForm = (writer: BinaryWriter, kind: Exclude<MessageKind, 'message'>, value: Value): void => {
    if (kind === 'any') return any(writer, asFields(value));
    if (typeof value !== 'bigint') throw new Error('not a bigint of nanoseconds');
    const [seconds, nanos] = kind === 'timestamp' ? splitTime(value) : splitDuration(value);
    if (seconds !== 0n) writer.tag(1, 0).int64(seconds);
    if (nanos !== 0) writer.tag(2, 0).int32(nanos);
  };

  const any = (writer: BinaryWriter, { '@type': url, ...fields }: Fields): void => {
    if (typeof url !== 'string') throw new Error('an Any without @type');
    const plan = plans(url.slice(url.lastIndexOf('/') + 1));
    const payload = plan === undefined ? opaque(url, fields) : packed(plan, url, fields);
    if (url !== '') writer.tag(1, 2).string(url);
    if (payload.length > 0) writer.tag(2, 2).bytes(payload);
  };

  const packed = (plan: Plan, url: string, fields: Fields): Uint8Array => {
    const writer = new BinaryWriter();
    try {
      message(writer, plan, fields);
    } catch (error) {
      throw within(url, error);
    }
    return writer.finish();
  };

  return {
    encode(plan, value) {
      const { '@type': url, ...fields } = asFields(value);
      if (url !== undefined && url !== `/${plan.type}`) throw new Error('the message has another @type');
      const writer = new BinaryWriter();
      message(writer, plan, fields);
      return writer.finish();
    },
    encodeAs(kind, value) {
      const writer = new BinaryWriter();
      ownForm(writer, kind, value);
      return writer.finish();
    },
  };
}

function isOwnForm(kind: FieldPlan['kind']): kind is Exclude<MessageKind, 'message'> {
  return kind === 'timestamp' || kind === 'duration' || kind === 'any';
}

function mayBeNull(field: FieldPlan): boolean {
  return field.optional === true || field.oneof !== undefined || field.kind === 'message' || isOwnForm(field.kind);
}

function checkNames(plan: Plan, value: Fields): void {
  let taken: string | undefined;
  for (const name in value) {
    const field = plan.byName.get(name);
    if (value[name] === undefined) continue;
    if (field === undefined) throw within(name, new Error(`${plan.type} has no such field`));
    if (field.oneof === undefined || value[name] === null) continue;
    if (taken === field.oneof) throw within(name, new Error(`a second member of the oneof ${taken}`));
    taken = field.oneof;
  }
}

function asFields(value: Value): Fields {
  if (typeof value !== 'object' || value === null || isList(value)) throw new Error('not a message');
  return value;
}

/** What `decode` makes of an `Any` whose type the program does not know. */
function opaque(url: string, { value, ...others }: Fields): Uint8Array {
  if (typeof value === 'string' && Object.keys(others).length === 0) return Buffer.from(value, 'hex');
  throw new Error(`the program has no message ${url}`);
}
