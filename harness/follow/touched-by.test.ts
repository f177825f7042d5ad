import { expect, test } from 'vitest';
import type { Difference } from '../compare/difference.ts';
import { foundDifferences } from './finding.ts';
import type { Place } from './outcome.ts';
import { touchedBy } from './touched-by.ts';

const place: Place = { action: 3, chain: 'c0', height: 5n };
const update: Difference = { kind: 'validator-update', path: ['validator-updates', 'aa'], expected: 5n, observed: 6n };
const metadata: Difference = { kind: 'field', path: ['bank/denom-metadata', 'stake'], expected: 5n, observed: 6n };

test('differences touch the properties that speak of them, each once', () => {
  const touched = touchedBy({ kind: 'difference', place, text: '', differences: [update, metadata, update] });
  expect(touched).toContain('validator-set-replication');
  expect(new Set(touched).size).toBe(touched.length);
});

test('a broken property touches itself, a halt what has to go on', () => {
  expect(touchedBy({ kind: 'property', place, text: '', property: 'channel-order' })).toEqual(['channel-order']);
  expect(touchedBy({ kind: 'halt', place, text: '', log: '' })).toContain('apply-vsc-liveness');
});

test('what cannot be told touches nothing', () => {
  expect(touchedBy({ kind: 'inconclusive', place, text: '', log: '' })).toEqual([]);
  expect(touchedBy({ kind: 'unknown-write', place, text: '', writes: [] })).toEqual([]);
});

test('the text names the properties below each difference, or says that there are none', () => {
  const { text } = foundDifferences([update, metadata], place, new Map()).finding;
  expect(text).toMatch(/^.*power 5 of aa.*\n {2}touches .*validator-set-replication, .*$/mu);
  expect(text).toMatch(/^.*stake in bank\/denom-metadata.*\n {2}touches no named property$/mu);
});
