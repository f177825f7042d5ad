import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingFeatures } from '../../traces/file.ts';
import { corpus } from '../../traces/corpus.ts';
import { campaignTraces } from '../../traces/generate.ts';
import type { WorldModel } from '../../traces/world/world.ts';
import { lockstepRigs } from '../campaign/lockstep-rigs.ts';
import type { RigMaker } from '../campaign/rig.ts';
import { runTrace } from '../campaign/run-trace.ts';
import { worldModelOf } from '../campaign/world-model.ts';
import { loadRelease } from '../releases/load-release.ts';

const AT_ONCE = 2;
const RANDOM = 6;

describe.each(['v7.0.1', 'v6.4.1'])(
  'a model that reads the blocks of %s from their bytes predicts the same in',
  (name) => {
    let rigs: RigMaker;
    let model: WorldModel;
    beforeAll(async () => {
      const programs = await loadRelease(name);
      rigs = lockstepRigs(programs, { ahead: AT_ONCE });
      model = worldModelOf(programs);
    });
    afterAll(() => rigs.stop());

    test('random traces', async () => {
      const traces = campaignTraces({ seed: 'from bytes', steps: 100, model });
      for (const trace of traces.take(RANDOM)) {
        const outcome = await runTrace(trace, rigs.rig(), { model, fromBytes: true });
        expect(outcome.finding?.text).toBeUndefined();
      }
    });

    test.concurrent.each(corpus())('$trace.name', async ({ trace }) => {
      if (missingFeatures(trace, new Set([...model.features.provider, ...model.features.consumer])).length > 0) return;
      const outcome = await runTrace(trace, rigs.rig(), { model, fromBytes: true });
      expect(outcome.finding?.text).toBeUndefined();
      expect(outcome.verdict).toBe('conforms');
    });
  },
);
