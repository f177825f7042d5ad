import { describe, expect, test } from 'vitest';
import type { Trace } from '../../../specs/generated/trace.ts';
import { checkFits, fitted, isShort, misfits } from './fit.ts';

const trace: Trace = {
  lockstep: 1,
  setup: { validators: ['1000000', '1000000', '1000000', '1000000', '1000000'] },
  actions: [
    { kind: 'block', chain: 'provider', seconds: 60 },
    { kind: 'block', chain: 'provider', seconds: 3600, absent: ['v0'] },
    { kind: 'report-misbehavior', chain: 'provider', key: 'v0', back: 1 },
    { kind: 'export-genesis', chain: 'c0' },
    { kind: 'start-sovereign', consumer: 'c1' },
    { kind: 'change-over', consumer: 'c1' },
  ],
};

describe('a trace for real nodes', () => {
  test('is refused at each place that they cannot carry out', () => {
    expect(misfits(trace).map(({ place }) => place)).toEqual([
      '/setup/validators',
      '/actions/1/seconds',
      '/actions/1/absent',
      '/actions/2',
      '/actions/3',
      '/actions/4',
      '/actions/5',
    ]);
    expect(() => checkFits(trace, 'a.json', { engine: 'cometbft' })).toThrow(
      'a.json at /actions/1/seconds: must be at most 60',
    );
  });

  test('is refused in containers where another program takes the folder of one over', () => {
    expect(() => checkFits(trace, 'a.json', { runtime: 'container' })).toThrow('a.json at /actions/5: cannot be done');
    expect(() => checkFits(trace, 'a.json', { runtime: 'process' })).not.toThrow();
  });

  test('may have more validators when more nodes are asked for', () => {
    const five: Trace = { ...trace, actions: [] };
    expect(() => checkFits(five, 'a.json', { engine: 'cometbft' })).toThrow(
      'has 5 validators, and each needs a node: at most 4 are wanted (--nodes allows up to 16)',
    );
    expect(() => checkFits(five, 'a.json', { engine: 'cometbft', nodes: 5 })).not.toThrow();
    expect(fitted(five, 5).setup?.validators).toHaveLength(5);
    expect(fitted(five, 1).setup?.validators).toHaveLength(1);
  });

  test('may have a twin of a node, which no trace of the lockstep engine has', () => {
    const twin: Trace = { lockstep: 1, actions: [{ kind: 'fault', chain: 'provider', node: 'v0', fault: 'twin' }] };
    expect(() => checkFits(twin, 'a.json', { engine: 'cometbft' })).not.toThrow();
    expect(() => checkFits(twin, 'a.json', { engine: 'lockstep' })).toThrow(
      'a.json at /actions/0/fault: twin needs real nodes',
    );
  });

  test('is short when it fits and asks for little', () => {
    const block = { kind: 'block', chain: 'provider', seconds: 5 } as const;
    expect(isShort({ lockstep: 1, actions: [block, block] })).toBe(true);
    expect(isShort({ lockstep: 1, actions: [block, block, block] })).toBe(false);
    expect(isShort({ lockstep: 1, actions: Array.from({ length: 21 }, () => ({ ...block, seconds: 0 })) })).toBe(false);
    expect(isShort({ lockstep: 1, actions: [{ ...block, absent: ['v0'] }] })).toBe(false);
  });

  test('fits once that is left out', () => {
    expect(misfits(fitted(trace))).toEqual([]);
    expect(fitted(trace).actions).toEqual([
      { kind: 'block', chain: 'provider', seconds: 3 },
      { kind: 'block', chain: 'provider', seconds: 3 },
    ]);
  });
});
