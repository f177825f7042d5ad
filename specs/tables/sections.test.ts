import { expect, test } from 'vitest';
import { TABLES } from './index.ts';
import { sectionOfTable, TABLE_SECTIONS } from './sections.ts';

const names = [...new Set(Object.values(TABLES).flatMap((tables) => tables.map(({ name }) => name)))];

test.each(Object.keys(TABLE_SECTIONS))('%s is a table, or the store of one', (key) => {
  expect(names.some((name) => (key.endsWith('/') ? name.startsWith(key) : name === key))).toBe(true);
});

test('each table has a section', () => {
  expect(names.filter((name) => sectionOfTable(name) === undefined)).toEqual([]);
});

test('a table has its own section before that of its store', () => {
  expect(sectionOfTable('provider/slash-meter')).toBe('ADR-002');
  expect(sectionOfTable('provider/consumer-validators')).toBe('ICS-028 DS §Provider Chain');
});
