import { describe, expect, test } from 'vitest';
import type { Trace } from '../../../specs/generated/trace.ts';
import { checkFits, fitted, misfits } from './fit.ts';

const trace: Trace = {
  lockstep: 1,
  setup: { validators: ['1000000', '1000000', '1000000', '1000000', '1000000'] },
  actions: [
    { kind: 'block', chain: 'provider', seconds: 60 },
    { kind: 'block', chain: 'provider', seconds: 3600, absent: ['v0'] },
    { kind: 'report-misbehavior', chain: 'provider', key: 'v0', type: 'duplicate-vote', back: 1, age: 0 },
  ],
} as Trace;

describe('a trace for real nodes', () => {
  test('is refused at each place that they cannot carry out', () => {
    expect(misfits(trace).map(({ place }) => place)).toEqual([
      '/setup/validators',
      '/actions/1/seconds',
      '/actions/1/absent',
      '/actions/2',
    ]);
    expect(() => checkFits(trace, 'a.json')).toThrow('a.json at /actions/1/seconds: must be at most 60');
  });

  test('fits once that is left out', () => {
    expect(misfits(fitted(trace))).toEqual([]);
    expect(fitted(trace).actions).toEqual([
      { kind: 'block', chain: 'provider', seconds: 3 },
      { kind: 'block', chain: 'provider', seconds: 3 },
    ]);
  });
});
