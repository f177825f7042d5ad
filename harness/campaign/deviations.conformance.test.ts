import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEVIATIONS } from '../../specs/deviations/index.ts';
import type { Trace } from '../../specs/generated/trace.ts';
import { storedTrace } from '../../traces/corpus.ts';
import type { WorldModel } from '../../traces/world/world.ts';
import { loadRelease } from '../releases/load-release.ts';
import { releaseNames } from '../releases/release.ts';
import { lockstepRigs } from './lockstep-rigs.ts';
import type { Outcome } from './outcome.ts';
import type { RigMaker } from './rig.ts';
import { runTrace } from './run-trace.ts';
import { worldModelOf } from './world-model.ts';

describe.each(releaseNames())('with the programs of %s', (release) => {
  let model: WorldModel;
  let rigs: RigMaker;
  beforeAll(async () => {
    const programs = await loadRelease(release);
    model = worldModelOf(programs);
    rigs = lockstepRigs(programs);
  });
  afterAll(() => rigs.stop());

  const outcomeOf = (trace: Trace): Promise<Outcome> => runTrace(trace, rigs.rig(trace), { model });

  const traces = [...new Set(DEVIATIONS.map(({ trace }) => trace))];
  test.each(traces)('%s conforms and runs into the deviations that it shows', async (name) => {
    const shown = DEVIATIONS.filter(({ trace }) => trace === name);
    expect(await outcomeOf(storedTrace(name))).toMatchObject({
      verdict: 'conforms',
      deviations: expect.arrayContaining(shown.map((deviation) => deviation.name)),
    });
  });

  test('a trace without a consumer runs into none', async () => {
    const trace: Trace = { lockstep: 1, actions: [{ kind: 'block', chain: 'provider', seconds: 1 }] };
    expect(await outcomeOf(trace)).toMatchObject({ verdict: 'conforms', deviations: [] });
  });
});
