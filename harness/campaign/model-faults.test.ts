import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Trace } from '../../specs/generated/trace.ts';
import type { Step } from '../../model/chain.ts';
import { FAULTS, faultsOf } from '../../model/faults/index.ts';
import { storedTrace } from '../../traces/corpus.ts';
import { runModel } from '../../traces/simulate/model-run.ts';
import type { WorldModel } from '../../traces/world/model.ts';
import { compare, type Side } from '../compare/compare.ts';
import { featuresOf, readRelease, releaseNames } from '../releases/release.ts';
import { worldModelOf } from '../follow/world-model.ts';

/** Ends a run of the model: all that comes later follows from the first difference. */
class Differs extends Error {}

function modelOf(release: string): WorldModel {
  const known = readRelease(release);
  return worldModelOf({
    provider: { features: featuresOf(known, 'provider') },
    consumer: { features: featuresOf(known, 'consumer') },
    ...(known.programs.sovereign && { sovereign: { features: featuresOf(known, 'sovereign') } }),
  });
}

function stepsOf(trace: Trace, model: WorldModel): Step[] {
  const steps: Step[] = [];
  runModel(trace, model, (_, step) => steps.push(step));
  return steps;
}

function sideOf({ observation, chain }: Step): Side {
  return { observation, rows: chain.state };
}

/** Whether a model comes to something else than these steps. */
function differs(trace: Trace, model: WorldModel, right: readonly Step[]): boolean {
  let at = 0;
  try {
    runModel(trace, model, (_, step) => {
      const other = right[at++];
      if (other === undefined || compare(sideOf(step), sideOf(other)).length > 0) throw new Differs();
    });
  } catch (error) {
    if (error instanceof Error && error.cause instanceof Differs) return true;
    if (error instanceof Differs) return true;
    throw error;
  }
  return at !== right.length;
}

describe.each(releaseNames())('on the model of %s alone', (release) => {
  const model = modelOf(release);
  const faults = faultsOf(model.features.consumer);
  const names = new Set(faults.map(({ shownBy }) => shownBy));
  const right = new Map([...names].map((name) => [name, stepsOf(storedTrace(name), model)]));

  test.each([...names])('the model comes to the same twice on %s', (name) => {
    expect(differs(storedTrace(name), model, right.get(name) ?? [])).toBe(false);
  });

  test.each(faults)('$name shows in $shownBy', ({ shownBy, mutation }) => {
    expect(differs(storedTrace(shownBy), { ...model, mutation }, right.get(shownBy) ?? [])).toBe(true);
  });
});

describe('the faults', () => {
  test('are all those that have a file, each under its name and described', () => {
    const files = readdirSync(new URL('../../model/faults', import.meta.url), { recursive: true, encoding: 'utf8' });
    const written = files.filter((file) => file.includes('/')).map((file) => basename(file, '.ts'));
    const names = FAULTS.map(({ name }) => name);
    expect(names.toSorted()).toEqual(written.toSorted());
    for (const { name, describes } of FAULTS) {
      expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
      expect(describes).toMatch(/\.$/u);
    }
  });

  test('are shown by traces that every release can run which has what they need', () => {
    for (const { shownBy, needs } of FAULTS) {
      expect(storedTrace(shownBy).requires).toEqual(needs === undefined ? undefined : [needs]);
    }
  });
});
