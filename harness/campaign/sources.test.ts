import { expect, test } from 'vitest';
import type { Trace } from '../../specs/generated/trace.ts';
import { limited } from './sources.ts';

const trace: Trace = { lockstep: 1, actions: [] };
const three = ['a', 'b', 'c'].map((name) => ({ name, trace }));
const long = 1_000;

function namesIn(traces: Iterable<{ readonly name: string } | undefined>): (string | undefined)[] {
  return [...traces].map((named) => named?.name);
}

test('a campaign of so many traces has no more, and those that are still drawn do not count', () => {
  expect(namesIn(limited([undefined, ...three], 2, performance.now(), undefined))).toEqual([undefined, 'a', 'b']);
});

test('one trace runs even when the canary has taken all of the time', () => {
  expect(namesIn(limited([undefined, ...three], undefined, performance.now() - 2 * long, 1))).toEqual([undefined, 'a']);
  expect(namesIn(limited(three, undefined, performance.now(), long))).toEqual(['a', 'b', 'c']);
});
