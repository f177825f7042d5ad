import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Trace } from '../../specs/generated/trace.ts';
import { checkRequires, parseTrace, readTrace, traceText, writeTrace } from './file.ts';
import { TraceError } from './trace-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'lockstep-trace-'));
afterAll(() => rmSync(folder, { recursive: true }));

const small: Trace = {
  lockstep: 1,
  name: 'small',
  setup: { blocksPerEpoch: 1 },
  actions: [
    { kind: 'create-consumer', consumer: 'c0', by: 'a0', initialization: { spawn: null } },
    { kind: 'block', chain: 'provider', seconds: 1 },
  ],
};

function errorOf(action: () => unknown): TraceError {
  try {
    action();
  } catch (error) {
    if (error instanceof TraceError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

function faultsOf(data: unknown): readonly { place: string; rule: string }[] {
  return errorOf(() => parseTrace(JSON.stringify(data), 'x.json')).faults;
}

/** A trace that sends this amount. */
const sending = (amount: bigint): Trace => ({
  ...small,
  actions: [{ kind: 'send', chain: 'provider', by: 'a0', to: 'a1', amount: String(amount) }],
});

describe('a trace file', () => {
  test('holds amounts up to the largest integer of the SDK', () => {
    const largest = 2n ** 256n - 1n;
    expect(parseTrace(traceText(sending(largest)), 'x.json')).toEqual(sending(largest));
    expect(faultsOf(sending(largest + 1n))).toEqual([{ place: '/actions/0/amount', rule: 'must be below 2^256' }]);
  });

  test('is read as it was written', () => {
    const path = join(folder, 'small.json');
    writeTrace(path, small);
    expect(readTrace(path)).toEqual(small);
  });

  test('has one action per line', () => {
    expect(traceText(small)).toBe(`{
  "lockstep": 1,
  "name": "small",
  "setup": {"blocksPerEpoch":1},
  "actions": [
    {"kind":"create-consumer","consumer":"c0","by":"a0","initialization":{"spawn":null}},
    {"kind":"block","chain":"provider","seconds":1}
  ]
}
`);
  });

  test('has the same bytes whatever the order of the fields', () => {
    const mixed: Trace = {
      actions: [
        { initialization: { spawn: null }, by: 'a0', consumer: 'c0', kind: 'create-consumer' },
        { seconds: 1, chain: 'provider', kind: 'block' },
      ],
      setup: { blocksPerEpoch: 1 },
      name: 'small',
      lockstep: 1,
    };
    expect(traceText(mixed)).toBe(traceText(small));
  });

  test('may have no actions', () => {
    expect(parseTrace(traceText({ lockstep: 1, actions: [] }), 'x.json')).toEqual({ lockstep: 1, actions: [] });
  });
});

describe('an error in a trace file', () => {
  test('says that the file does not exist', () => {
    const path = join(folder, 'none.json');
    expect(errorOf(() => readTrace(path)).message).toBe(`${path}: cannot be read (ENOENT)`);
  });

  test('says where the JSON syntax error is', () => {
    const path = join(folder, 'broken.json');
    writeFileSync(path, '{\n  "lockstep": 1,\n  "actions": [}\n}\n');
    const { message } = errorOf(() => readTrace(path));
    expect(message).toContain('is not JSON');
    expect(message).toContain('line 3, column 15');
  });

  test('says that the text ends too early', () => {
    expect(errorOf(() => parseTrace('{"lockstep": 1,', 'x.json')).message).toContain('line 1, column 16');
  });

  test('names an unsupported version of the format', () => {
    expect(faultsOf({ lockstep: 2, actions: [] })).toEqual([
      { place: '/lockstep', rule: 'the format has version 2, and this program reads version 1' },
    ]);
  });

  test('names a missing field', () => {
    expect(faultsOf({ actions: [] })).toEqual([{ place: '', rule: 'the field lockstep is missing' }]);
  });

  test('names the place and the rule of each of several faults', () => {
    const faults = faultsOf({
      lockstep: 1,
      setup: { blocksPerEpoch: 0 },
      actions: [
        { kind: 'delegate', by: 'bob', validator: 'v0', amount: 5 },
        { kind: 'fly' },
        { kind: 'opt-in', consumer: 'c0', validator: 'v0', malformed: 'odd', extra: 1 },
        { consumer: 'c0' },
        { kind: 'unjail' },
      ],
    });
    expect(faults).toEqual([
      { place: '/setup/blocksPerEpoch', rule: 'must be >= 1' },
      { place: '/actions/0/by', rule: 'must match pattern "^([av][0-9]{1,3}|relayer)$"' },
      { place: '/actions/0/amount', rule: 'must be string' },
      { place: '/actions/1/kind', rule: 'there is no action of the kind "fly"' },
      { place: '/actions/2/extra', rule: 'there is no such field' },
      { place: '/actions/2/malformed', rule: 'must be one of empty, not-json, not-ed25519, not-base64, short' },
      { place: '/actions/3/kind', rule: 'must be the kind of an action, in a string' },
      { place: '/actions/4', rule: 'the field validator is missing' },
    ]);
  });

  test('names the file before each fault', () => {
    const { message } = errorOf(() => parseTrace('{"lockstep":1,"actions":[{"kind":"fly"}]}', 'x.json'));
    expect(message).toBe('x.json at /actions/0/kind: there is no action of the kind "fly"');
  });

  test('rejects what is not an object', () => {
    expect(faultsOf([])).toEqual([{ place: '', rule: 'must be object' }]);
  });
});

describe('the features that a trace requires', () => {
  const trace: Trace = { ...small, requires: ['ibc-capabilities', 'time-travel'] };

  test('pass when the release has all of them', () => {
    const features = new Set(['ibc-capabilities', 'time-travel']);
    expect(() => checkRequires(trace, features, 'x.json', 'v7.0.1')).not.toThrow();
  });

  test('are named when the release lacks them', () => {
    const { message } = errorOf(() => checkRequires(trace, new Set(['ibc-capabilities']), 'x.json', 'v7.0.1'));
    expect(message).toBe('x.json at /requires/1: missing feature: v7.0.1 has no time-travel');
  });
});
