import { describe, expect, test } from 'vitest';
import type { Action, Trace } from '../../specs/generated/trace.ts';
import { traceText } from '../format/file.ts';
import { shrink } from './shrink.ts';
import { isTrace } from '../format/validate.ts';

const BUDGET = { tries: 5_000 };

function delegateBy(by: string, amount: string): Action {
  return { kind: 'delegate', by, validator: 'v1', amount };
}

/** Actions that do not affect the failure. */
function filler(length: number): Action[] {
  return Array.from({ length }, (_, i): Action =>
    i % 3 === 0 ? { kind: 'block', chain: 'provider', seconds: 1 + (i % 7) } : delegateBy(`a${i % 5}`, `${1000 + i}`),
  );
}

function traceOf(actions: readonly Action[]): Trace {
  return { lockstep: 1, name: 'long', setup: { blocksPerEpoch: 3, validators: ['5000000', '7000000'] }, actions };
}

/** Fails if the trace has these actions in this order, among any others. */
function failsWith(...core: ((action: Action) => boolean)[]): (trace: Trace) => Promise<boolean> {
  return async ({ actions }) => {
    let met = 0;
    for (const action of actions) if (core[met]?.(action) === true) met += 1;
    return met === core.length;
  };
}

const core = [
  (action: Action) => action.kind === 'opt-in' && action.consumer === 'c1',
  (action: Action) => action.kind === 'delegate' && BigInt(action.amount) > 4_000_000n,
  (action: Action) => action.kind === 'remove-consumer',
];

function long(): Trace {
  const actions = filler(197);
  actions.splice(20, 0, { kind: 'opt-in', consumer: 'c1', validator: 'v0', key: 'k3' });
  actions.splice(90, 0, delegateBy('a0', '987654321'));
  actions.splice(150, 0, { kind: 'remove-consumer', consumer: 'c0', by: 'a1' });
  return traceOf(actions);
}

describe('shrinking', () => {
  test('reduces 200 actions to the three that matter, with simple values and no setup', async () => {
    const { trace, complete } = await shrink(long(), failsWith(...core), BUDGET);
    expect(trace).toEqual({
      lockstep: 1,
      name: 'long',
      actions: [
        { kind: 'opt-in', consumer: 'c1', validator: 'v0' },
        delegateBy('a0', '900000000'),
        { kind: 'remove-consumer', consumer: 'c0', by: 'a1' },
      ],
    });
    expect(complete).toBe(true);
  });

  test('needs few tries', async () => {
    const { tries } = await shrink(long(), failsWith(...core), BUDGET);
    expect(tries).toBeLessThan(120);
  });

  test('finds the one action that matters', async () => {
    const trace = traceOf([...filler(100), { kind: 'unjail', validator: 'v0' }, ...filler(100)]);
    const shrunk = await shrink(
      trace,
      failsWith((action) => action.kind === 'unjail'),
      BUDGET,
    );
    expect(shrunk.trace.actions).toEqual([{ kind: 'unjail', validator: 'v0' }]);
  });

  test('removes all actions when none matters', async () => {
    const { trace } = await shrink(long(), async () => true, BUDGET);
    expect(trace.actions).toEqual([]);
  });

  test('keeps a trace when every action matters', async () => {
    const trace: Trace = { lockstep: 1, actions: filler(10) };
    const shrunk = await shrink(trace, async ({ actions }) => actions.length === 10, BUDGET);
    expect(shrunk.trace.actions).toHaveLength(10);
  });

  test('keeps the validators that a failure needs', async () => {
    const trace = { ...long(), setup: { validators: ['9000000', '8000000', '7000000', '6000000'] } };
    const shrunk = await shrink(trace, async ({ setup }) => setup?.validators?.length !== undefined, BUDGET);
    expect(shrunk.trace.setup?.validators).toEqual(['9000000']);
  });

  test('gives the same result again', async () => {
    const once = await shrink(long(), failsWith(...core), BUDGET);
    const twice = await shrink(long(), failsWith(...core), BUDGET);
    expect(traceText(twice.trace)).toBe(traceText(once.trace));
    expect(twice.tries).toBe(once.tries);
  });

  test('gives the same core when several candidates are tried at once', async () => {
    const { trace } = await shrink(long(), failsWith(...core), { ...BUDGET, width: 3 });
    expect(trace.actions).toHaveLength(3);
  });

  test('tries only valid traces, and none twice', async () => {
    const seen = new Set<string>();
    const fails = failsWith(...core);
    await shrink(
      long(),
      async (trace) => {
        expect(isTrace(trace)).toBe(true);
        expect(seen.has(traceText(trace))).toBe(false);
        seen.add(traceText(trace));
        return fails(trace);
      },
      BUDGET,
    );
  });

  test('stops with the best result so far when the tries are used up', async () => {
    const { trace, tries, complete } = await shrink(long(), failsWith(...core), { tries: 12 });
    expect(tries).toBe(12);
    expect(complete).toBe(false);
    expect(trace.actions.length).toBeLessThan(200);
    expect(await failsWith(...core)(trace)).toBe(true);
  });

  test('stops when the caller aborts, and reports progress', async () => {
    const stop = new AbortController();
    const reports: number[] = [];
    const { complete } = await shrink(long(), failsWith(...core), {
      ...BUDGET,
      signal: stop.signal,
      onProgress: ({ tries, actions }) => {
        reports.push(actions);
        if (tries === 5) stop.abort();
      },
    });
    expect(complete).toBe(false);
    // Tries that are running at the abort still report.
    expect(reports.length).toBeLessThan(20);
  });

  test('rethrows an error of the predicate', async () => {
    const broken = shrink(long(), async () => Promise.reject(new Error('the disk is full')), BUDGET);
    await expect(broken).rejects.toThrow('the disk is full');
  });
});
