import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEVIATIONS } from '../../specs/deviations/index.ts';
import type { Trace } from '../../specs/generated/trace.ts';
import { corpus } from '../../traces/corpus.ts';
import { missingFeatures } from '../../traces/file.ts';
import { campaignTraces } from '../../traces/generate.ts';
import type { WorldModel } from '../../traces/world/world.ts';
import { lockstepRigs } from '../campaign/lockstep-rigs.ts';
import type { Outcome } from '../campaign/outcome.ts';
import type { Programs, RigMaker } from '../campaign/rig.ts';
import { runTrace } from '../campaign/run-trace.ts';
import { worldModelOf } from '../campaign/world-model.ts';
import { checkLog, type Checked } from '../log/check-log.ts';
import { readLog } from '../log/read-log.ts';
import { openLog } from '../log/writer.ts';
import { loadRelease } from '../releases/load-release.ts';
import { featuresOf, readRelease } from '../releases/release.ts';
import { temporaryFolder } from './testing/command.ts';

const PAIRS = [
  ['v7.0.1', 'v7.0.1'],
  ['v6.4.1', 'v6.4.1'],
  ['v6.4.1', 'v7.0.1'],
  ['v7.0.1', 'v6.4.1'],
  ['v7.0.1', 'v7.0.1-democracy'],
  ['v6.4.1', 'v6.4.1-democracy'],
] as const;
const AT_ONCE = 2;
const RANDOM = 4;

/** The names of the deviations whose smallest trace this is. */
const shownBy = ({ name }: Trace): string[] =>
  DEVIATIONS.filter(({ trace }) => trace === name).map((deviation) => deviation.name);

describe.each(PAIRS)('with the provider of %s and the consumer of %s,', (provider, consumer) => {
  const folder = temporaryFolder();
  let programs: Programs;
  let model: WorldModel;
  let rigs: RigMaker;
  beforeAll(async () => {
    programs = {
      provider: (await loadRelease(provider)).provider,
      consumer: (await loadRelease(consumer)).consumer,
    };
    model = worldModelOf(programs);
    rigs = lockstepRigs(programs, { ahead: AT_ONCE });
  });
  afterAll(() => rigs.stop());

  /** Runs a trace and then checks the log of it without the programs, which reads all blocks from their bytes. */
  async function twice(trace: Trace): Promise<{ readonly ran: Outcome; readonly checked: Checked }> {
    const path = join(folder, `${trace.name?.replaceAll('/', '-')}.jsonl.gz`);
    const record = openLog(path);
    const ran = await runTrace(trace, rigs.rig(trace), { model, record });
    record.close();
    return { ran, checked: await checkLog(await readLog(path), { source: path, programs, model }) };
  }

  function expectTheSame({ ran, checked }: Awaited<ReturnType<typeof twice>>): void {
    expect(checked.outcome.finding?.text).toBeUndefined();
    expect(checked).toMatchObject({ missing: {}, cutOff: undefined });
    const { verdict, blocks, witnesses, deviations, ignored } = ran;
    expect(checked.outcome).toMatchObject({ verdict, blocks, witnesses, deviations, ignored });
  }

  const features = new Set<string>([
    ...featuresOf(readRelease(provider), 'provider'),
    ...featuresOf(readRelease(consumer), 'consumer'),
  ]);
  const isMixed = !consumer.startsWith(provider);
  // The rest of the corpus says nothing new of a variant, nor of programs that do not meet; campaigns run it all the same.
  const isNews = ({ requires = [], actions }: Trace): boolean =>
    (!features.has('democracy') || requires.includes('democracy')) &&
    (!isMixed || actions.some(({ kind }) => kind === 'start-consumer'));
  const traces = corpus().filter(({ trace }) => missingFeatures(trace, features).length === 0 && isNews(trace));

  test.concurrent.each(traces.map(({ trace }) => ({ name: trace.name ?? '', trace })))(
    '$name conforms, and so does its log',
    async ({ trace }) => {
      const both = await twice(trace);
      const { verdict, finding, steps, deviations } = both.ran;
      const { length } = trace.actions;
      expect({ verdict, steps, found: finding?.text }).toEqual({
        verdict: 'conforms',
        steps: length,
        found: undefined,
      });
      expectTheSame(both);
      expect(deviations).toEqual(expect.arrayContaining(provider === consumer ? shownBy(trace) : []));
    },
  );

  test('a trace without a consumer conforms, and shows no deviation', async () => {
    const trace: Trace = { lockstep: 1, actions: [{ kind: 'block', chain: 'provider', seconds: 1 }] };
    const both = await twice(trace);
    expect(both.ran).toMatchObject({ verdict: 'conforms', deviations: [] });
    expectTheSame(both);
  });

  test('random traces conform, and so do their logs', async () => {
    for (const trace of campaignTraces({ seed: 'logs', steps: 100, model }).take(RANDOM)) {
      const both = await twice(trace);
      expect(both.ran.finding?.text).toBeUndefined();
      expectTheSame(both);
    }
  });
});
