import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { hasEnded, labelsOf, LABELS, thisHarness } from './owner.ts';

const own = labelsOf(thisHarness());
const { pid: dead } = spawnSync('true');

test('this harness has not ended', () => {
  expect(hasEnded(own)).toBe(false);
});

test.each([
  ['whose process is gone', { [LABELS.pid]: String(dead) }],
  ['whose process id another process got', { [LABELS.started]: '1' }],
  ['from before the machine was started', { [LABELS.boot]: 'another' }],
])('a harness %s has ended', (_, labels) => {
  expect(hasEnded({ ...own, ...labels })).toBe(true);
});

test.each([
  ['whose process cannot be seen from here', { ...own, [LABELS.pid]: String(dead), [LABELS.processes]: 'pid:[1]' }],
  ['without a whole set of labels', { [LABELS.run]: 'x', [LABELS.pid]: String(dead) }],
  ['with labels that somebody else made up', { ...own, [LABELS.pid]: '../1' }],
  ['of somebody else', {}],
])('nobody says that a harness %s has ended', (_, labels) => {
  expect(hasEnded(labels)).toBe(false);
});
