import type { Action, Trace } from '../../specs/generated/trace.ts';
import { kindOf } from '../actions/index.ts';
import { withActions } from '../format/trace.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [field: string]: Json };

/** The trace with one value of one action simplified, in every possible way. Some results break the schema. */
export function* simplerValues(trace: Trace): Generator<Trace> {
  for (const [i, action] of trace.actions.entries()) {
    for (const simpler of simplerActions(action)) yield withActions(trace, trace.actions.with(i, simpler));
  }
}

function* simplerActions(action: Action): Generator<Action> {
  const { optional = [] } = kindOf(action);
  for (const [field, value] of Object.entries(action) as [string, Json][]) {
    if (field === 'kind') continue;
    if (optional.includes(field)) yield without(action, field);
    // The schema is checked before a candidate is tried.
    for (const simpler of simplerJson(value)) yield { ...action, [field]: simpler };
  }
}

function* simplerJson(value: Json): Generator<Json> {
  if (typeof value === 'number') yield* simplerNumbers(value);
  else if (typeof value === 'string') yield* simplerTexts(value);
  else if (value === true) yield false;
  else if (isList(value)) for (let i = value.length - 1; i >= 0; i--) yield value.toSpliced(i, 1);
  else if (typeof value === 'object' && value !== null) {
    for (const field of Object.keys(value)) yield without(value, field);
    for (const [field, part] of Object.entries(value)) {
      for (const simpler of simplerJson(part)) yield { ...value, [field]: simpler };
    }
  }
}

function* simplerNumbers(value: number): Generator<number> {
  for (const simpler of [0, 1, Math.floor(value / 2)]) if (simpler < value) yield simpler;
}

/** Makes amounts small and round, and fractions short. Names do not change. */
function* simplerTexts(value: string): Generator<string> {
  if (/^\d+$/u.test(value)) {
    const round = value.charAt(0).padEnd(value.length, '0');
    const candidates = ['1', '1000000', round].filter((simpler) => BigInt(simpler) < BigInt(value));
    yield* new Set(candidates);
  } else if (/^\d+\.\d+$/u.test(value)) {
    for (const simpler of ['0', '0.1', '1']) if (simpler.length < value.length) yield simpler;
  }
}

function without<Fields extends object>(fields: Fields, field: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field)) as Fields;
}

/** `Array.isArray` for readonly lists. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
