import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../model/faults/fault.ts';
import { FAULTS, faultsOf } from '../../model/faults/index.ts';
import { campaignTraces } from '../../traces/generate.ts';
import type { WorldModel } from '../../traces/world/model.ts';
import { loadRelease } from '../releases/load-release.ts';
import { featuresOf, readRelease } from '../releases/release.ts';
import type { NamedTrace } from './campaign.ts';
import { runCanary } from './canary.ts';
import { lockstepRigs } from './lockstep-rigs.ts';
import type { RigMaker } from './rig.ts';
import { worldModelOf } from '../follow/world-model.ts';

const AT_ONCE = 2;

/** Each fault is shown on one release: what needs a consumer of another kind, on one with that. */
describe.each<{ readonly release: string; readonly shown: readonly Fault['needs'][] }>([
  { release: 'v7.0.1', shown: [undefined] },
  { release: 'v7.0.1-democracy', shown: ['democracy', 'changeover'] },
])('on $release', ({ release, shown }) => {
  let model: WorldModel;
  let rigs: RigMaker;
  beforeAll(async () => {
    const programs = await loadRelease(release);
    model = worldModelOf(programs);
    rigs = lockstepRigs(programs, { ahead: AT_ONCE });
  });
  afterAll(() => rigs.stop());

  function* random(): Generator<NamedTrace> {
    for (const trace of campaignTraces({ seed: '1', steps: 100, model })) yield { name: trace.name ?? '', trace };
  }

  const faults = faultsOf(featuresOf(readRelease(release), 'consumer'))
    .map((fault, seed) => ({ name: fault.name, needs: fault.needs, seed }))
    .filter(({ needs }) => shown.includes(needs));

  // That the traces which show the faults conform without them is shown where the whole corpus is run.
  test.concurrent.each(faults)('a short campaign finds $name', async ({ name, seed }) => {
    const signal = new AbortController().signal;
    const canary = await runCanary({ random, rigs, model, seed, signal });
    expect(canary).toMatchObject({ fault: name, found: true });
    expect(canary.traces, 'traces until it was found').toBe(1);
  });
});

test('every fault is shown on one of them', () => {
  expect(new Set(FAULTS.map(({ needs }) => needs))).toEqual(new Set([undefined, 'democracy', 'changeover']));
});
