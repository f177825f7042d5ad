import { describe, expect, test } from 'vitest';
import type { ChainName, Observation } from '../../specs/block.ts';
import type { Trace } from '../../specs/generated/trace.ts';
import { consumerProgram, providerProgram } from '../../model/programs.ts';
import { corpus } from '../corpus.ts';
import { generateTrace } from '../generate/generate.ts';
import { runModel } from './model-run.ts';
import { chance, randomOf } from '../generate/random.ts';
import { withActions } from '../format/trace.ts';
import type { WorldModel } from '../world/model.ts';

const model: WorldModel = {
  programs: { provider: providerProgram(), consumer: consumerProgram() },
  features: { provider: new Set(), consumer: new Set() },
};

interface Run {
  readonly trace: Trace;
  readonly steps: readonly { readonly chain: ChainName; readonly observation: Observation }[];
}

let known: readonly Run[] | undefined;

/** Generated traces and what the model predicts for them; computed once for all tests. */
function runs(): readonly Run[] {
  return (known ??= Array.from({ length: 30 }, (_, n) => {
    const trace = generateTrace({ seed: `on model/${n}`, steps: 150, model });
    const steps: Run['steps'][number][] = [];
    runModel(trace, model, ({ chain }, { observation }) => steps.push({ chain, observation }));
    return { trace, steps };
  }));
}

describe('traces on the model', () => {
  test('run when they are stored', () => {
    for (const { trace } of corpus()) expect(() => runModel(trace, model)).not.toThrow();
  });

  test('run when they are generated', () => {
    expect(runs).not.toThrow();
  });

  test('run after any actions in the middle are left out', () => {
    for (const { trace } of runs().slice(0, 2)) {
      const [before, some] = [trace.actions.slice(0, 60), trace.actions.slice(60, 66)];
      for (let bits = 0; bits < 2 ** some.length; bits++) {
        const part = some.filter((_, i) => (bits & (1 << i)) !== 0);
        expect(() => runModel(withActions(trace, [...before, ...part]), model)).not.toThrow();
      }
    }
  });

  test('run without any one of their actions', () => {
    for (const { trace } of runs().slice(0, 1)) {
      const actions = trace.actions.slice(0, 60);
      for (const left of actions.keys()) {
        expect(() => runModel(withActions(trace, actions.toSpliced(left, 1)), model)).not.toThrow();
      }
    }
  });

  test('run as random subsequences', () => {
    for (const { trace } of runs().slice(0, 10)) {
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

  test('have mostly accepted transactions and many rejected ones', () => {
    const codes = runs().flatMap(({ steps }) =>
      steps.flatMap(({ observation }) => observation.txResults.map(({ code }) => code)),
    );
    const accepted = codes.filter((code) => code === 0).length / codes.length;
    expect(accepted).toBeGreaterThan(0.5);
    expect(accepted).toBeLessThan(0.95);
  });

  test('mostly open a CCV channel and deliver a packet', () => {
    const arrived = runs().filter(({ steps }) =>
      steps.some(({ chain, observation }) => chain !== 'provider' && observation.writtenAcks.length > 0),
    );
    expect(arrived.length).toBeGreaterThan(15);
  });
});
