import { readFileSync, writeFileSync } from 'node:fs';
import type { Action, Trace } from '../../specs/generated/trace.ts';
import { kindOf } from '../actions/index.ts';
import { whereJsonBreaks } from './json-place.ts';
import { SETUP_PARTS } from '../setup/setup-schema.ts';
import { TraceError } from './trace-error.ts';
import { validateTrace } from './validate.ts';

/** Reads a trace from a file. Throws a `TraceError` that names the file, the place in it and the rule. */
export function readTrace(path: string): Trace {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const hint = 'Give the path of a trace: a file that can be read.';
    throw new TraceError(path, [{ place: '', rule: `cannot be read (${codeOf(error)})` }], hint);
  }
  return parseTrace(text, path);
}

/** Reads a trace from text; `source` says where it came from in errors. */
export function parseTrace(text: string, source: string): Trace {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new TraceError(source, [{ place: '', rule: `is not JSON from ${breaksAt(text)} on` }]);
  }
  return validateTrace(data, source);
}

/** Writes a trace to a file. */
export function writeTrace(path: string, trace: Trace): void {
  writeFileSync(path, traceText(trace));
}

/** A trace as text: one action per line, fields in the order of the schema. Equal traces have equal bytes. */
export function traceText({ lockstep, name, comment, requires, setup, actions }: Trace): string {
  const head: [string, unknown][] = [
    ['lockstep', lockstep],
    ['name', name],
    ['comment', comment],
    ['requires', requires],
    ['setup', setup === undefined ? undefined : ordered(setup, SETUP_PARTS)],
  ];
  const lines = head.flatMap(([field, value]) =>
    value === undefined ? [] : [`  ${JSON.stringify(field)}: ${JSON.stringify(value)}`],
  );
  const list = actions.map((action) => `    ${JSON.stringify(orderedAction(action))}`).join(',\n');
  lines.push(`  "actions": [${list === '' ? '' : `\n${list}\n  `}]`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** The features that a trace requires and a release lacks. */
export function missingFeatures({ requires = [] }: Trace, features: ReadonlySet<string>): readonly string[] {
  return requires.filter((feature) => !features.has(feature));
}

/** Checks that a release has the features that a trace requires. Throws a `TraceError` that names the missing ones. */
export function checkRequires(trace: Trace, features: ReadonlySet<string>, source: string, release: string): void {
  const missing = missingFeatures(trace, features);
  if (missing.length === 0) return;
  throw new TraceError(
    source,
    missing.map((feature) => ({
      place: `/requires/${trace.requires?.indexOf(feature)}`,
      rule: `missing feature: ${release} has no ${feature}`,
    })),
    'Run it on a release that has the feature; lockstep releases lists what each has.',
  );
}

function orderedAction(action: Action): object {
  return ordered(action, ['kind', ...Object.keys(kindOf(action).fields)]);
}

/** The fields in the given order, without undefined ones. Nested objects keep their order. */
function ordered(data: object, fields: readonly string[]): object {
  const values = new Map<string, unknown>(Object.entries(data));
  return Object.fromEntries(
    fields.flatMap((field) => (values.get(field) === undefined ? [] : [[field, values.get(field)]])),
  );
}

function breaksAt(text: string): string {
  const before = text.slice(0, whereJsonBreaks(text)).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
