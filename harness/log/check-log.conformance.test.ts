import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingFeatures } from '../../traces/file.ts';
import { corpus } from '../../traces/corpus.ts';
import { campaignTraces } from '../../traces/generate.ts';
import type { Trace } from '../../specs/generated/trace.ts';
import type { WorldModel } from '../../traces/world/world.ts';
import { lockstepRigs } from '../campaign/lockstep-rigs.ts';
import type { Outcome } from '../campaign/outcome.ts';
import type { Programs, RigMaker } from '../campaign/rig.ts';
import { runTrace } from '../campaign/run-trace.ts';
import { worldModelOf } from '../campaign/world-model.ts';
import { temporaryFolder } from '../promises/testing/command.ts';
import { loadRelease } from '../releases/load-release.ts';
import { checkLog, type Checked } from './check-log.ts';
import { readLog } from './read-log.ts';
import { openLog } from './writer.ts';

const AT_ONCE = 2;
const RANDOM = 4;

describe.each([
  ['v7.0.1', 'v7.0.1'],
  ['v6.4.1', 'v6.4.1'],
  ['v6.4.1', 'v7.0.1'],
])('a log of provider %s and consumer %s, checked without them, says what they said:', (provider, consumer) => {
  const folder = temporaryFolder();
  let programs: Programs;
  let rigs: RigMaker;
  let model: WorldModel;
  beforeAll(async () => {
    programs = {
      provider: (await loadRelease(provider)).provider,
      consumer: (await loadRelease(consumer)).consumer,
    };
    rigs = lockstepRigs(programs, { ahead: AT_ONCE });
    model = worldModelOf(programs);
  });
  afterAll(() => rigs.stop());

  async function checkedAgain(trace: Trace): Promise<{ readonly ran: Outcome; readonly checked: Checked }> {
    const path = join(folder, `${trace.name?.replaceAll('/', '-')}.jsonl.gz`);
    const record = openLog(path);
    const ran = await runTrace(trace, rigs.rig(), { model, record });
    record.close();
    return { ran, checked: await checkLog(await readLog(path), { source: path, programs, model }) };
  }

  test.concurrent.each(corpus())('$trace.name', async ({ trace }) => {
    if (missingFeatures(trace, new Set([...model.features.provider, ...model.features.consumer])).length > 0) return;
    const { ran, checked } = await checkedAgain(trace);
    expect(checked.outcome.finding?.text).toBeUndefined();
    expect(checked.missing).toEqual({});
    expect(checked.cutOff).toBeUndefined();
    const { verdict, blocks, witnesses, deviations, ignored } = ran;
    expect(checked.outcome).toMatchObject({ verdict, blocks, witnesses, deviations, ignored });
  });

  test('random traces', async () => {
    for (const trace of campaignTraces({ seed: 'logs', steps: 100, model }).take(RANDOM)) {
      const { ran, checked } = await checkedAgain(trace);
      expect(checked.outcome.finding?.text).toBeUndefined();
      expect(checked.outcome).toMatchObject({ verdict: 'conforms', witnesses: ran.witnesses });
    }
  });
});
