import { expect, test } from 'vitest';
import { EXECUTABLE_PROPERTIES, PROPERTIES } from './index.ts';

test('every property has a name of its own', () => {
  expect(new Set(PROPERTIES.map(({ name }) => name)).size).toBe(PROPERTIES.length);
});

test('every property is decided, or was retired by an ADR', () => {
  const retired = PROPERTIES.flatMap((property) => (property.status === 'executable' ? [] : [property.retiredBy]));
  for (const by of retired) expect(by).toMatch(/^ADR-\d{3}: /u);
  expect(EXECUTABLE_PROPERTIES.length).toBeGreaterThan(30);
});

test('every property says in words what it states, where it stands and for which releases', () => {
  for (const { statement, source, appliesTo } of PROPERTIES) {
    expect(statement).toMatch(/^[A-Z].*\.$/u);
    expect(source).toMatch(/^(SM §|ADR-|SDK x\/)/u);
    expect(appliesTo).not.toBe('');
  }
});
