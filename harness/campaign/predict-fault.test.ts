import { beforeAll, describe, expect, test } from 'vitest';
import { FAULTS } from '../../model/faults/index.ts';
import { storedTrace } from '../../traces/corpus.ts';
import type { Difference } from '../compare/difference.ts';
import { worldModelOf } from '../follow/world-model.ts';
import type { Finding } from '../follow/outcome.ts';
import { featuresOf, readRelease } from '../releases/release.ts';
import { NO_NAMES } from '../compare/name-book.ts';
import { concerns, predictTrace, touchedByFault, type PredictedStep } from './predict-fault.ts';

const CONTEXT = { names: NO_NAMES, timeline: [] };
const release = readRelease('v7.0.1');
const model = worldModelOf({
  provider: { features: featuresOf(release, 'provider') },
  consumer: { features: featuresOf(release, 'consumer') },
});
const difference: Difference = {
  kind: 'field',
  path: ['staking/validators', 'v0', 'tokens'],
  expected: 1n,
  observed: 2n,
};
const touched = { chain: 'provider', differences: [difference] };

function finding(differences: readonly Difference[], chain = 'provider'): Finding {
  return { kind: 'difference', place: { action: 0, chain, height: 2n }, differences, ...CONTEXT };
}

describe('a finding concerns a planted fault', () => {
  test('when it differs in the same table of the same chain', () => {
    const other = { ...difference, path: ['staking/validators', 'v1', 'jailed'] };
    expect(concerns(finding([{ ...difference, path: ['bank/supply', 'stake'] }, other]), touched)).toBe(true);
  });

  test('and not when it differs elsewhere, or is no difference at all', () => {
    expect(concerns(finding([{ ...difference, path: ['bank/supply', 'stake'] }]), touched)).toBe(false);
    expect(concerns(finding([{ ...difference, kind: 'query' }]), touched)).toBe(false);
    expect(concerns(finding([difference], 'c0'), touched)).toBe(false);
    const { place } = finding([]);
    expect(concerns({ kind: 'halt', place, reason: '', log: '', ...CONTEXT }, touched)).toBe(false);
    const property = { property: 'channel-uniqueness', because: '', deviation: undefined };
    expect(concerns({ kind: 'property', place, ...property, ...CONTEXT }, touched)).toBe(false);
  });
});

describe('what a fault touches', () => {
  const fault = FAULTS.find(({ needs }) => needs === undefined);
  const trace = storedTrace(fault?.shownBy ?? '');
  let right: readonly PredictedStep[] = [];
  beforeAll(async () => {
    right = await predictTrace(trace, model);
  });

  test('is where the mutated model first differs from the right one', async () => {
    const mutated = { ...model, ...(fault && { mutation: fault.mutation }) };
    expect((await touchedByFault(trace, mutated, right))?.differences.length).toBeGreaterThan(0);
  });

  test('is the state that a chain starts with, where the fault is in its genesis', async () => {
    const democracy = readRelease('v7.0.1-democracy');
    const own = worldModelOf({
      provider: { features: featuresOf(democracy, 'provider') },
      consumer: { features: featuresOf(democracy, 'consumer') },
    });
    const kept = FAULTS.find(({ name }) => name === 'old-period-stays');
    const opening = storedTrace('opening');
    const mutated = { ...own, ...(kept && { mutation: kept.mutation }) };
    const start = await touchedByFault(opening, mutated, await predictTrace(opening, own));
    expect(start?.chain).toBe('provider');
    expect(new Set(start?.differences.map(({ kind, path }) => `${kind} ${path[0]}`))).toEqual(
      new Set(['missing-row distribution/historical-rewards']),
    );
  });

  test('is no longer asked for when the campaign has ended', async () => {
    await expect(predictTrace(trace, model, AbortSignal.abort(new Error('ended')))).rejects.toThrow('ended');
    await expect(touchedByFault(trace, model, right, AbortSignal.abort(new Error('ended')))).rejects.toThrow('ended');
  });

  test('is nothing in a trace that does not show the fault', async () => {
    expect(await touchedByFault(trace, model, right)).toBeUndefined();
  });
});
