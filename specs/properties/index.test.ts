import { expect, test } from 'vitest';
import { EXECUTABLE_PROPERTIES, PROPERTIES } from './index.ts';

test('every property has a name of its own', () => {
  expect(new Set(PROPERTIES.map(({ name }) => name)).size).toBe(PROPERTIES.length);
});

test('channels, validator sets and validator updates are decided, or retired by an ADR', () => {
  const groups = new Set(['channel', 'validator-set', 'validator-update']);
  const open = PROPERTIES.filter(({ group, status }) => groups.has(group) && status === 'not yet');
  expect(open).toEqual([]);
  expect(EXECUTABLE_PROPERTIES.length).toBeGreaterThan(14);
});

test('every property says in words what it states, where it stands and for which releases', () => {
  for (const { statement, source, appliesTo } of PROPERTIES) {
    expect(statement).toMatch(/^[A-Z].*\.$/u);
    expect(source).toMatch(/^(SM §|ADR-|SDK x\/)/u);
    expect(appliesTo).not.toBe('');
  }
});
