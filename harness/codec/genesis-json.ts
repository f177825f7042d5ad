import { NO_TIME, isList, type Fields, type Value } from '../../specs/value.ts';
import { within } from './codec-error.ts';
import { decToJson } from './number-text.ts';
import type { FieldPlan, Plan, Plans } from './plan.ts';
import { durationToJson, timeToJson } from './time.ts';

/**
 * Writes messages as the SDK does in a genesis file (gogoproto's jsonpb with original names and defaults):
 * 64-bit integers and decimals as text, bytes in base64, `HexBytes` in upper-case hex, an unset message as null.
 * Throws an `Error` that names the field that does not fit.
 */
export function genesisJson(plans: Plans): (plan: Plan, value: Value) => unknown {
  const message = (plan: Plan, value: Fields): Record<string, unknown> => {
    const out: Record<string, unknown> = {};
    for (const name in value)
      if (!plan.byName.has(name)) throw within(name, new Error(`${plan.type} has no such field`));
    for (const field of plan.fields) {
      const content = value[field.name] ?? plan.blank[field.name];
      if (content === undefined) continue;
      try {
        out[field.name] = isList(content) ? content.map((item) => single(field, item)) : single(field, content);
      } catch (error) {
        throw within(field.name, error);
      }
    }
    return out;
  };

  const single = (field: FieldPlan, value: Value): unknown => {
    if (value === null && field.byValue) return unset(field);
    if (typeof value === 'bigint') return integer(field, value);
    if (typeof value === 'string' && field.kind === 'bytes') return bytes(field, value);
    if (typeof value !== 'object' || value === null) return value;
    if (isList(value)) throw new Error('a list in a list');
    if (field.kind === 'any') return any(value);
    if (field.kind !== 'message') throw new Error(`a message in a field of kind ${field.kind}`);
    return message(field.message(), value);
  };

  /** Go's zero value of a part that is held by value. */
  const unset = (field: FieldPlan): unknown => {
    if (field.kind === 'message') return message(field.message(), {});
    return field.kind === 'any' ? null : integer(field, field.stdtime ? NO_TIME : 0n);
  };

  const any = ({ '@type': url, ...fields }: Fields): unknown => {
    if (typeof url !== 'string') throw new Error('an Any without @type');
    const plan = plans(url.slice(url.lastIndexOf('/') + 1));
    if (plan === undefined) throw new Error(`the program has no message ${url}`);
    return { '@type': url, ...message(plan, fields) };
  };

  return (plan, value) => {
    if (typeof value !== 'object' || value === null || isList(value)) throw new Error('not a message');
    const { '@type': _, ...fields } = value;
    return message(plan, fields);
  };
}

function integer(field: FieldPlan, value: bigint): string {
  if (field.kind === 'timestamp') return timeToJson(value);
  if (field.kind === 'duration') return durationToJson(value);
  if (field.kind === 'dec') return decToJson(value);
  return value.toString();
}

function bytes(field: FieldPlan, value: string): unknown {
  const raw = Buffer.from(value, 'hex');
  if (field.json === 'hex') return value.toUpperCase();
  if (value === '') return null;
  if (field.json === 'raw') return JSON.parse(raw.toString('utf8'));
  return raw.toString('base64');
}
