import { describe, expect, test } from 'vitest';
import type { Trace } from '../specs/generated/trace.ts';
import { consumerProgram, providerProgram } from '../model/programs.ts';
import { corpus } from './corpus.ts';
import { generateTrace } from './generate.ts';
import { runModel } from './model-run.ts';
import { chance, randomOf } from './random.ts';
import { withActions } from './trace.ts';
import type { WorldModel } from './world/world.ts';

const model: WorldModel = {
  programs: { provider: providerProgram(), consumer: consumerProgram() },
  features: { provider: new Set(), consumer: new Set() },
};

function traces(count: number): Trace[] {
  return Array.from({ length: count }, (_, n) => generateTrace({ seed: `on model/${n}`, steps: 150, model }));
}

describe('traces on the model', () => {
  test('stored ones run', () => {
    for (const { trace } of corpus()) expect(() => runModel(trace, model)).not.toThrow();
  });

  test('generated ones run', () => {
    for (const trace of traces(30)) expect(() => runModel(trace, model)).not.toThrow();
  });

  test('every subsequence of a generated one runs', () => {
    for (const trace of traces(20)) {
      const random = randomOf(`parts of ${trace.name}`);
      for (const percent of [20, 50, 90]) {
        const part = withActions(
          trace,
          trace.actions.filter(() => chance(random, percent)),
        );
        expect(() => runModel(part, model)).not.toThrow();
      }
    }
  });

  test('most transactions are accepted, and refusals are common', () => {
    const codes: number[] = [];
    for (const trace of traces(30)) {
      runModel(trace, model, (_, { observation }) => codes.push(...observation.txResults.map(({ code }) => code)));
    }
    const accepted = codes.filter((code) => code === 0).length / codes.length;
    expect(accepted).toBeGreaterThan(0.5);
    expect(accepted).toBeLessThan(0.95);
  });

  test('most traces come to an open CCV channel and a packet that arrives', () => {
    const arrived = traces(30).filter((trace) => {
      let acknowledged = false;
      runModel(trace, model, (order, { observation }) => {
        acknowledged ||= order.chain !== 'provider' && observation.writtenAcks.length > 0;
      });
      return acknowledged;
    });
    expect(arrived.length).toBeGreaterThan(15);
  });
});
