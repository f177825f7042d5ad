import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { corpus } from '../../traces/corpus.ts';
import { missingFeatures } from '../../traces/file.ts';
import type { WorldModel } from '../../traces/world/world.ts';
import { lockstepRigs } from '../campaign/lockstep-rigs.ts';
import type { RigMaker } from '../campaign/rig.ts';
import { runTrace } from '../campaign/run-trace.ts';
import { worldModelOf } from '../campaign/world-model.ts';
import { loadRelease } from '../releases/load-release.ts';
import { featuresOf, readRelease } from '../releases/release.ts';

const PAIRS = [
  ['v7.0.1', 'v7.0.1'],
  ['v6.4.1', 'v6.4.1'],
  ['v6.4.1', 'v7.0.1'],
  ['v7.0.1', 'v6.4.1'],
] as const;

describe.each(PAIRS)('with the provider of %s and the consumer of %s', (provider, consumer) => {
  let model: WorldModel;
  let rigs: RigMaker;
  beforeAll(async () => {
    const programs = {
      provider: (await loadRelease(provider)).provider,
      consumer: (await loadRelease(consumer)).consumer,
    };
    model = worldModelOf(programs);
    rigs = lockstepRigs(programs, { ahead: 1 });
  });
  afterAll(() => rigs.stop());

  const features = new Set<string>([
    ...featuresOf(readRelease(provider), 'provider'),
    ...featuresOf(readRelease(consumer), 'consumer'),
  ]);
  const traces = corpus().filter(({ trace }) => missingFeatures(trace, features).length === 0);

  test.each(traces.map(({ trace }) => ({ name: trace.name ?? '', trace })))('$name conforms', async ({ trace }) => {
    const { verdict, finding, steps } = await runTrace(trace, rigs.rig(trace), { model });
    const { length } = trace.actions;
    expect({ verdict, steps, found: finding?.text }).toEqual({ verdict: 'conforms', steps: length, found: undefined });
  });
});
