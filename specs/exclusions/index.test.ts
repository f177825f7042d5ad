import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { WITHHELD } from '../deviations/withheld.ts';
import { EXCLUSIONS, exclusionsInForce, WITHHELD_EXCLUSIONS } from './index.ts';

const TRACES = new URL('../../traces/', import.meta.url).pathname;

/** The names that generation asks for. */
const used = new Set(
  globSync('**/*.ts', { cwd: TRACES })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(TRACES + file, 'utf8').matchAll(/isLifted\(\w+, '([^']+)'\)/gu)])
    .map(([, name]) => name),
);

describe('exclusions', () => {
  test('have a unique name and say what is not drawn, why, and which rule it concerns', () => {
    expect(new Set(EXCLUSIONS.map(({ name }) => name)).size).toBe(EXCLUSIONS.length);
    for (const { name, notDrawn, why, rule } of EXCLUSIONS) {
      expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
      expect(notDrawn).toMatch(/^[a-z].*[^.]$/u);
      expect(why).toMatch(/^[A-Z].*\.$/u);
      expect(rule).toMatch(/^(SM|ME|ADR|ICS|SDK|CometBFT)\b/u);
    }
  });

  test('are each used by generation, and generation uses no others', () => {
    expect(used).toEqual(new Set<string>(EXCLUSIONS.map(({ name }) => name)));
  });

  test('that are withheld belong to a withheld deviation', () => {
    const rules = EXCLUSIONS.flatMap(({ rule, withheld }) => (withheld ? [rule] : []));
    expect(WITHHELD.map(({ breaks }): string => breaks)).toEqual(expect.arrayContaining(rules));
  });

  test('are in force unless they are lifted', () => {
    expect(exclusionsInForce(new Set())).toHaveLength(EXCLUSIONS.length);
    const rest = exclusionsInForce(WITHHELD_EXCLUSIONS);
    expect(rest).toEqual(EXCLUSIONS.flatMap(({ name, withheld }) => (withheld ? [] : [name])));
  });
});
