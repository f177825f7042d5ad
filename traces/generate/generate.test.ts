import { describe, expect, test } from 'vitest';
import { traceText } from '../format/file.ts';
import { campaignTraces, generateTrace } from './generate.ts';
import { runModel } from '../simulate/model-run.ts';
import { REFUSING_MODEL } from '../testing/refusing-model.ts';
import { isTrace } from '../format/validate.ts';

const options = { seed: '7', steps: 80, model: REFUSING_MODEL };

describe('generating a trace', () => {
  test('gives the same bytes for the same seed', () => {
    expect(traceText(generateTrace(options))).toBe(traceText(generateTrace(options)));
  });

  test('gives other traces for other seeds', () => {
    const texts = Array.from({ length: 50 }, (_, seed) => traceText(generateTrace({ ...options, seed: `${seed}` })));
    expect(new Set(texts).size).toBe(50);
  });

  test('generates the requested number of actions', () => {
    for (const steps of [0, 1, 80]) expect(generateTrace({ ...options, steps }).actions).toHaveLength(steps);
  });

  test('generates a prefix when it generates fewer actions', () => {
    const { actions } = generateTrace({ ...options, steps: 40 });
    expect(generateTrace(options).actions.slice(0, 40)).toEqual(actions);
  });

  test('obeys the schema', () => {
    for (let seed = 0; seed < 100; seed++) expect(isTrace(generateTrace({ ...options, seed: `${seed}` }))).toBe(true);
  });

  test('records the required features', () => {
    expect(generateTrace({ ...options, requires: ['ibc-capabilities'] }).requires).toEqual(['ibc-capabilities']);
  });

  test('can be run again on the model', () => {
    const trace = generateTrace(options);
    expect(() => runModel(trace, REFUSING_MODEL)).not.toThrow();
  });
});

describe('a campaign', () => {
  test('has the same traces for the same seed, and each of them by its own seed', () => {
    const traces = campaignTraces(options).take(3).toArray();
    expect(campaignTraces(options).take(3).toArray()).toEqual(traces);
    expect(traces[2]).toEqual(generateTrace({ ...options, seed: '7/2' }));
    expect(traces.map(({ name }) => name)).toEqual(['7/0', '7/1', '7/2']);
  });
});
