import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ACTION_KINDS } from '../actions/index.ts';
import { traceSchemaText } from './schema.ts';
import { DEFAULT_SETUP } from '../setup/setup.ts';
import { isTrace } from './validate.ts';

describe('the schema of a trace', () => {
  test('is the committed file', () => {
    const committed = readFileSync(new URL('../../specs/schemas/trace.schema.json', import.meta.url), 'utf8');
    expect(committed).toBe(traceSchemaText());
  });

  test('accepts the default setup', () => {
    expect(isTrace({ lockstep: 1, setup: DEFAULT_SETUP, actions: [] })).toBe(true);
  });

  test('has every kind of action, each with a unique kind and title', () => {
    expect(new Set(ACTION_KINDS.map(({ kind }) => kind)).size).toBe(ACTION_KINDS.length);
    expect(new Set(ACTION_KINDS.map(({ title }) => title)).size).toBe(ACTION_KINDS.length);
  });

  test('describes every optional field of every action', () => {
    for (const { fields, optional = [] } of ACTION_KINDS) {
      expect(Object.keys(fields)).toEqual(expect.arrayContaining([...optional]));
    }
  });
});
