import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../model/faults/fault.ts';
import { FAULTS, faultsOf } from '../../model/faults/index.ts';
import { storedTrace } from '../../traces/corpus.ts';
import type { WorldModel } from '../../traces/world/model.ts';
import { loadRelease } from '../releases/load-release.ts';
import { featuresOf, readRelease } from '../releases/release.ts';
import { findFault, runCanary } from './canary.ts';
import { lockstepRigs } from './lockstep-rigs.ts';
import { predictTrace } from './predict-fault.ts';
import type { RigMaker } from './rig.ts';
import { randomTraces } from './sources.ts';
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

  const faults = faultsOf(featuresOf(readRelease(release), 'consumer')).filter(({ needs }) => shown.includes(needs));

  // That the traces which show the faults conform without them is shown where the whole corpus is run.
  test.concurrent.each(faults)('$name is found in the trace that shows it, by what it touches', async (fault) => {
    const signal = new AbortController().signal;
    const trace = storedTrace(fault.shownBy);
    expect(await findFault(fault, trace, await predictTrace(trace, model), { rigs, model, signal })).toBe(true);
  });

  test('the canary of each of ten campaigns finds planted faults in their own random traces', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const signal = new AbortController().signal;
      const canary = await runCanary({
        random: () => randomTraces({ seed, steps: 100, model }),
        rigs,
        model,
        seed,
        signal,
      });
      expect(canary).toMatchObject({ found: true });
      expect(canary.faults).toHaveLength(3);
    }
  });
});

test('every fault is shown on one of them', () => {
  expect(new Set(FAULTS.map(({ needs }) => needs))).toEqual(new Set([undefined, 'democracy', 'changeover']));
});
