import { expect, test, vi } from 'vitest';
import type { Trace } from '../../specs/generated/trace.ts';
import { limited } from './sources.ts';

const trace: Trace = { lockstep: 1, actions: [] };
const named = (name: string): { readonly name: string; readonly trace: Trace } => ({ name, trace });
const stored = ['a', 'b'].map(named);
const random = [undefined, ...['1', '2', '3'].map(named)];

function namesIn(traces: Iterable<{ readonly name: string } | undefined>): (string | undefined)[] {
  return [...traces].map((one) => one?.name);
}

test('a campaign of N traces has no more than N, and those that are still drawn do not count', () => {
  expect(namesIn(limited(stored, random, { traces: 3 }))).toEqual(['a', 'b', undefined, '1']);
  expect(namesIn(limited(stored, random, { traces: 2 }))).toEqual(['a', 'b']);
  expect(namesIn(limited(stored, random, { traces: 1 }))).toEqual(['a']);
});

test('the time of a campaign starts when the corpus is done, however long that takes', () => {
  const clock = vi.spyOn(performance, 'now');
  try {
    let now = 0;
    clock.mockImplementation(() => now);
    const names: (string | undefined)[] = [];
    for (const one of limited(stored, random, { seconds: 5 })) {
      names.push(one?.name);
      // Each stored trace takes far longer than the time of the campaign, a random one most of it.
      now += one === undefined ? 0 : stored.includes(one) ? 100_000 : 3_000;
    }
    expect(names).toEqual(['a', 'b', undefined, '1', '2']);
  } finally {
    clock.mockRestore();
  }
});

test('at least one random trace runs, even when drawing it takes all of the time', () => {
  expect(namesIn(limited([], random, { seconds: -1 }))).toEqual([undefined, '1']);
});

test('without a limit a campaign has every trace', () => {
  expect(namesIn(limited(stored, random, {}))).toEqual(['a', 'b', undefined, '1', '2', '3']);
});
