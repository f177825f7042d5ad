import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEVIATIONS } from '../../../specs/deviations/index.ts';
import type { Trace } from '../../../specs/generated/trace.ts';
import { corpus } from '../../../traces/corpus.ts';
import { missingFeatures } from '../../../traces/format/file.ts';
import { campaignTraces } from '../../../traces/generate/generate.ts';
import type { WorldModel } from '../../../traces/world/model.ts';
import { lockstepRigs } from '../../campaign/lockstep-rigs.ts';
import type { Outcome } from '../../follow/outcome.ts';
import type { RigMaker } from '../../campaign/rig.ts';
import type { Programs } from '../../releases/programs.ts';
import { runTrace } from '../../campaign/run-trace.ts';
import { worldModelOf } from '../../follow/world-model.ts';
import { checkLog, type Checked } from '../../log/check-log.ts';
import { readLog } from '../../log/read-log.ts';
import { openLog } from '../../log/writer.ts';
import { loadRelease } from '../../releases/load-release.ts';
import { featuresOf, readRelease } from '../../releases/release.ts';
import { openContainerRuntime } from '../../runtimes/container/container.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { describeOutcome } from '../../report/describe-finding.ts';

const AT_ONCE = 2;
const RANDOM = 2;

/** The names of the deviations of programs with these features whose smallest trace this is. */
const shownBy = ({ name }: Trace, features: ReadonlySet<string>): string[] =>
  DEVIATIONS.filter(({ trace, needs }) => trace === name && (needs === undefined || features.has(needs))).map(
    (deviation) => deviation.name,
  );

/** What has to be the same wherever a program runs: the digest is over every app hash of every chain. */
function essence({ verdict, finding, steps, blocks, digest }: Outcome) {
  return { verdict, finding: describeOutcome({ finding }), steps, blocks, digest };
}

/** Two releases whose programs meet. */
export interface Pair {
  readonly provider: string;
  readonly consumer: string;
  /** Whether each trace also runs in containers, where everything has to be the same. */
  readonly inContainers: boolean;
}

/** Tests the corpus on two releases: each trace runs once, for the verdict, its log, its deviations and containers. */
export function testCorpus(pair: Pair): void {
  describe(`with the provider of ${pair.provider} and the consumer of ${pair.consumer},`, () => {
    testPair(pair);
  });
}

function testPair({ provider, consumer, inContainers }: Pair): void {
  const folder = temporaryFolder();
  const outcomes = new Map<Trace, Promise<Outcome>>();
  let programs: Programs;
  let model: WorldModel;
  let rigs: RigMaker;
  let containerRigs: RigMaker | undefined;
  beforeAll(async () => {
    programs = { ...(await loadRelease(consumer)), provider: (await loadRelease(provider)).provider };
    model = worldModelOf(programs);
    rigs = lockstepRigs(programs, { ahead: AT_ONCE });
    if (!inContainers) return;
    const runtime = await openContainerRuntime([programs.provider, programs.consumer]);
    containerRigs = lockstepRigs(programs, { runtime, ahead: AT_ONCE });
  });
  afterAll(() => Promise.all([rigs.stop(), containerRigs?.stop()]));

  const logOf = ({ name }: Trace): string => join(folder, `${name?.replaceAll('/', '-')}.jsonl.gz`);

  /** Runs a trace in processes, with a log of it, once for all tests. */
  function outcomeOf(trace: Trace): Promise<Outcome> {
    const known = outcomes.get(trace);
    if (known !== undefined) return known;
    const record = openLog(logOf(trace));
    const outcome = runTrace(trace, rigs.rig(trace), { model, record }).finally(() => record.close());
    outcomes.set(trace, outcome);
    return outcome;
  }

  /** Runs a trace and then checks the log of it without the programs, which reads all blocks from their bytes. */
  async function twice(trace: Trace): Promise<{ readonly ran: Outcome; readonly checked: Checked }> {
    const ran = await outcomeOf(trace);
    const source = logOf(trace);
    return { ran, checked: await checkLog(await readLog(source), { source, programs, model }) };
  }

  function expectTheSame({ ran, checked }: Awaited<ReturnType<typeof twice>>): void {
    expect(describeOutcome(checked.outcome)).toBeUndefined();
    expect(checked).toMatchObject({ missing: {}, cutOff: undefined });
    const { verdict, blocks, witnesses, deviations, ignored } = ran;
    expect(checked.outcome).toMatchObject({ verdict, blocks, witnesses, deviations, ignored });
  }

  const features = new Set<string>([
    ...featuresOf(readRelease(provider), 'provider'),
    ...featuresOf(readRelease(consumer), 'consumer'),
    ...featuresOf(readRelease(consumer), 'sovereign'),
  ]);
  const isMixed = !consumer.startsWith(provider);
  // The rest of the corpus says nothing new of a variant, nor of programs that do not meet; campaigns run it all the same.
  // Programs of different releases share it: a third of it meets in the one way, a third in the other.
  const isNews = ({ requires = [], actions }: Trace): boolean =>
    (!features.has('democracy') || requires.length > 0) &&
    (!isMixed || actions.some(({ kind }) => kind === 'start-consumer'));
  const isTheirs = (_: unknown, i: number): boolean => !isMixed || i % 3 === Number(provider < consumer);
  const traces = corpus()
    .filter(({ trace }) => missingFeatures(trace, features).length === 0 && isNews(trace))
    .filter(isTheirs)
    .map(({ trace }) => ({ name: trace.name ?? '', trace }));

  test.concurrent.each(traces)('$name conforms, and so does its log', async ({ trace }) => {
    const both = await twice(trace);
    const { verdict, finding, steps, deviations } = both.ran;
    const { length } = trace.actions;
    expect({ verdict, steps, found: describeOutcome({ finding }) }).toEqual({
      verdict: 'conforms',
      steps: length,
      found: undefined,
    });
    expectTheSame(both);
    expect(deviations).toEqual(expect.arrayContaining(isMixed ? [] : shownBy(trace, features)));
  });

  const fitContainers = traces.filter(({ trace }) => trace.actions.every(({ kind }) => kind !== 'change-over'));
  test.concurrent.each(inContainers ? fitContainers : [])('$name is the same in containers', async ({ trace }) => {
    if (containerRigs === undefined) throw new Error('there are no containers');
    const boxed = await runTrace(trace, containerRigs.rig(trace), { model });
    expect(essence(boxed)).toEqual(essence(await outcomeOf(trace)));
    expect(boxed.verdict).toBe('conforms');
  });

  test('a trace without a consumer conforms, and shows no deviation', async () => {
    const trace: Trace = { lockstep: 1, actions: [{ kind: 'block', chain: 'provider', seconds: 1 }] };
    const both = await twice(trace);
    expect(both.ran).toMatchObject({ verdict: 'conforms', deviations: [] });
    expectTheSame(both);
  });

  test('random traces conform, and so do their logs', async () => {
    for (const trace of campaignTraces({ seed: 'logs', steps: 100, model }).take(RANDOM)) {
      const both = await twice(trace);
      expect(describeOutcome(both.ran)).toBeUndefined();
      expectTheSame(both);
    }
  });
}
