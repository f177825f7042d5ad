import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { corpus } from '../../traces/corpus.ts';
import { loadRelease } from '../releases/load-release.ts';
import { openContainerRuntime } from '../runtimes/container/container.ts';
import { isDockerWanted } from '../runtimes/container/testing/docker.ts';
import { processRuntime } from '../runtimes/process.ts';
import { lockstepRigs } from './lockstep-rigs.ts';
import type { Outcome } from './outcome.ts';
import type { RigMaker } from './rig.ts';
import { runTrace } from './run-trace.ts';
import { worldModelOf } from './world-model.ts';

const AT_ONCE = 2;
const TRACES = corpus().map(({ path, trace }) => ({ name: trace.name ?? path, trace }));

/** What has to be the same wherever a program runs: the digest is over every app hash of every chain. */
function essence({ verdict, finding, steps, blocks, digest }: Outcome) {
  return { verdict, finding: finding?.text, steps, blocks, digest };
}

describe.skipIf(!(await isDockerWanted())).concurrent('processes and containers agree on', () => {
  let rigs: readonly RigMaker[];
  let run: (trace: (typeof TRACES)[number]['trace'], rigs: RigMaker) => Promise<Outcome>;
  beforeAll(async () => {
    const programs = await loadRelease('v7.0.1');
    const runtimes = [processRuntime, await openContainerRuntime([programs.provider, programs.consumer])];
    rigs = runtimes.map((runtime) => lockstepRigs(programs, { runtime, ahead: AT_ONCE }));
    const model = worldModelOf(programs);
    run = (trace, maker) => runTrace(trace, maker.rig(trace), { model });
  });
  afterAll(() => Promise.all(rigs.map((maker) => maker.stop())));

  test.each(TRACES)('$name', async ({ trace }) => {
    const [inProcesses, inContainers] = await Promise.all(rigs.map((maker) => run(trace, maker)));
    if (inProcesses === undefined || inContainers === undefined) throw new Error('there are two runtimes');
    expect(essence(inContainers)).toEqual(essence(inProcesses));
    expect(inContainers.verdict).toBe('conforms');
  });
});
