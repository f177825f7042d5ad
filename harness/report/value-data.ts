import type { ReportValue } from '../../specs/generated/report.ts';
import { isList, type Value } from '../../specs/value.ts';

/** A value with its type, as plain data of the report schema: whole numbers of 64 bits or more are decimal text. */
export function valueData(value: Value | undefined): ReportValue {
  if (value === undefined) return { type: 'absent' };
  if (value === null) return { type: 'unset' };
  if (typeof value === 'bigint') return { type: 'integer', value: value.toString() };
  if (typeof value === 'number') return { type: 'number', value };
  if (typeof value === 'boolean') return { type: 'boolean', value };
  if (typeof value === 'string') return { type: 'text', value };
  if (isList(value)) return { type: 'list', items: value.map(valueData) };
  const present = Object.entries(value).filter(([, part]) => part !== undefined);
  return { type: 'message', fields: Object.fromEntries(present.map(([name, part]) => [name, valueData(part)])) };
}
