import { expect, test } from 'vitest';
import type { Difference } from '../compare/difference.ts';
import type { Place } from './outcome.ts';
import { touchedBy } from './touched-by.ts';

const place: Place = { action: 3, chain: 'c0', height: 5n };
const update: Difference = { kind: 'validator-update', path: ['validator-updates', 'aa'], expected: 5n, observed: 6n };
const metadata: Difference = { kind: 'field', path: ['bank/denom-metadata', 'stake'], expected: 5n, observed: 6n };

test('differences touch the properties that speak of them, each once', () => {
  const touched = touchedBy({ kind: 'difference', place, differences: [update, metadata, update] });
  expect(touched).toContain('validator-set-replication');
  expect(new Set(touched).size).toBe(touched.length);
});

test('a broken property touches itself, a halt what has to go on', () => {
  expect(touchedBy({ kind: 'property', place, property: 'channel-order', because: '', deviation: undefined })).toEqual([
    'channel-order',
  ]);
  expect(touchedBy({ kind: 'halt', place, reason: '', log: '' })).toContain('apply-vsc-liveness');
});

test('what cannot be told touches nothing', () => {
  expect(touchedBy({ kind: 'inconclusive', place, reason: '', log: '' })).toEqual([]);
  expect(touchedBy({ kind: 'unknown-write', place, writes: [] })).toEqual([]);
});
