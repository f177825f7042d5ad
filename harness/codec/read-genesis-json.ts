import type { Value } from '../../specs/value.ts';
import { within } from './codec-error.ts';
import { parseDec, parseInteger } from './number-text.ts';
import type { FieldPlan, Plan, Plans } from './plan.ts';
import { parseDuration, parseTime } from './time-text.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads messages as the SDK writes them in a genesis file: the reverse of `genesisJson`. A field left out has its
 * default. Throws an `Error` that names the field that does not fit.
 */
export function readGenesisJson(plans: Plans): (plan: Plan, json: unknown) => Value {
  const message = (plan: Plan, json: Json): Record<string, Value> => {
    const out: Record<string, Value> = { ...plan.blank };
    for (const [name, content] of Object.entries(json)) {
      const field = plan.byName.get(name);
      try {
        if (field === undefined) throw new Error(`${plan.type} has no such field`);
        const value = read(field, content);
        if (value !== undefined) out[name] = value;
      } catch (error) {
        throw within(name, error);
      }
    }
    return out;
  };

  /** `undefined` where the default stays. */
  const read = (field: FieldPlan, content: unknown): Value | undefined => {
    if (field.list && content !== null) {
      if (!Array.isArray(content)) throw new Error('must be a list');
      return content.map((item: unknown) => single(field, item));
    }
    return content === null ? undefined : single(field, content);
  };

  const single = (field: FieldPlan, content: unknown): Value => {
    if (field.kind === 'message') return message(field.message(), objectOf(content));
    if (field.kind === 'any') return any(objectOf(content));
    if (field.kind === 'bytes') return bytes(field, content);
    return SCALAR[field.kind](content, field);
  };

  const any = ({ '@type': url, ...fields }: Json): Value => {
    if (typeof url !== 'string') throw new Error('must have a @type');
    const plan = plans(url.slice(url.lastIndexOf('/') + 1));
    if (plan === undefined) throw new Error(`the program has no message ${url}`);
    return { '@type': url, ...message(plan, fields) };
  };

  return (plan, json) => message(plan, objectOf(json));
}

type ScalarKind = Exclude<FieldPlan['kind'], 'message' | 'any' | 'bytes'>;

const SCALAR: Readonly<Record<ScalarKind, (content: unknown, field: FieldPlan) => Value>> = {
  ...same(number, ['double', 'float', 'int32', 'sint32', 'uint32', 'fixed32', 'sfixed32']),
  ...same(integer, ['int64', 'sint64', 'uint64', 'fixed64', 'sfixed64', 'int']),
  ...same(text, ['string', 'text']),
  bool(content) {
    if (typeof content !== 'boolean') throw new Error('must be true or false');
    return content;
  },
  dec: (content) => parseDec(text(content)),
  enum(content, field) {
    if (typeof content === 'number') return field.names[content] ?? content;
    if (!field.numbers.has(text(content))) throw new Error(`must be one of ${[...field.numbers.keys()].join(', ')}`);
    return text(content);
  },
  timestamp: (content) => parseTime(text(content)),
  duration: (content) => parseDuration(text(content)),
};

function same<Kind extends ScalarKind>(
  read: (content: unknown) => Value,
  kinds: readonly Kind[],
): Record<Kind, (content: unknown) => Value> {
  return Object.fromEntries(kinds.map((kind) => [kind, read])) as Record<Kind, typeof read>;
}

function number(content: unknown): number {
  const value = typeof content === 'string' ? Number(content) : content;
  if (typeof value !== 'number' || Number.isNaN(value)) throw new Error('must be a number');
  return value;
}

function integer(content: unknown): bigint {
  if (typeof content === 'number' && Number.isSafeInteger(content)) return BigInt(content);
  return parseInteger(text(content));
}

function text(content: unknown): string {
  if (typeof content !== 'string') throw new Error('must be text');
  return content;
}

function bytes({ json }: FieldPlan, content: unknown): string {
  if (json === 'raw') return Buffer.from(JSON.stringify(content)).toString('hex');
  const written = text(content);
  const read = Buffer.from(written, json === 'hex' ? 'hex' : 'base64');
  const again = json === 'hex' ? read.toString('hex') : read.toString('base64');
  if (again !== (json === 'hex' ? written.toLowerCase() : written)) {
    throw new Error(`must be bytes in ${json === 'hex' ? 'hexadecimal digits' : 'base64'}`);
  }
  return read.toString('hex');
}

function objectOf(content: unknown): Json {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) throw new Error('must be an object');
  return content as Json;
}
