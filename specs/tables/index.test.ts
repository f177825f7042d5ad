import { describe, expect, test } from 'vitest';
import { IGNORED } from '../ignored/index.ts';
import { TABLES } from './index.ts';

describe.each(['provider', 'consumer'] as const)('the declarations of the %s', (kind) => {
  const tables = TABLES[kind];
  const ignored = IGNORED[kind];

  test('name each table once, as `store/what`', () => {
    const names = tables.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+\/[a-z-]+$/u);
  });

  test('give a prefix to one table only, unless patterns tell them apart', () => {
    const whole = [...tables, ...ignored].filter(({ pattern }) => pattern === undefined);
    const prefixes = whole.map(({ store, prefix }) => `${store} ${prefix}`);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  test('write prefixes in hex, and patterns that have no memory', () => {
    for (const { prefix, pattern } of [...tables, ...ignored]) {
      expect(prefix).toMatch(/^(?:[0-9a-f]{2})*$/u);
      expect(pattern?.flags ?? '').not.toMatch(/[gy]/u);
    }
  });

  test('ignore no prefix that a table of the same store needs', () => {
    const stores = new Set(tables.map(({ store }) => store));
    const whole = ignored.filter(({ prefix }) => prefix === '');
    expect(whole.filter(({ store }) => stores.has(store))).toEqual([]);
  });

  test('compare everything that channel initialization and validator set changes need', () => {
    const needed = ['acc', 'bank', 'ibc', 'slashing', kind === 'provider' ? 'provider' : 'ccvconsumer'];
    if (kind === 'provider') needed.push('staking');
    const stores = new Set(tables.map(({ store }) => store));
    for (const store of needed) {
      expect(stores).toContain(store);
      expect(ignored.filter((entry) => entry.store === store)).toEqual([]);
    }
  });

  test('give a reason of four words or more for each ignored prefix', () => {
    for (const { why } of ignored) expect(why).toMatch(/^(?:\S+ ){3,}\S+$/u);
  });
});
