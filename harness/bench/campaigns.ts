import type { Trace } from '../../specs/generated/trace.ts';
import { campaignTraces } from '../../traces/generate/generate.ts';
import { lockstepRigs } from '../campaign/lockstep-rigs.ts';
import { workOff } from '../campaign/pool.ts';
import { runTrace } from '../campaign/run-trace.ts';
import { processRuntime } from '../runtimes/process.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import type { Bench } from './bench.ts';
import type { Measure } from './measure.ts';
import { quantile } from '../report/statistics.ts';
import { describeOutcome } from '../report/describe-finding.ts';

const STEP_GOAL = 10;
const SHARE_GOAL = 80;
const TWO_WORKERS_GOAL = 200;
const CONTAINERS_GOAL = 50;

/**
 * The steps of a campaign of random traces with one worker and then with two: their speed and where their time goes.
 * With containers, the same once more in them.
 */
export async function measureCampaigns(bench: Bench, containers: Runtime | undefined): Promise<Measure[]> {
  const one = await campaign(bench, 1);
  const two = await campaign(bench, 2);
  const over = `${one.steps} steps of ${one.traces} traces, 1 worker`;
  const both = `${two.steps} steps of ${two.traces} traces, 2 workers`;
  const blockSteps = `${one.blockSteps.length} steps that made one or more blocks, 1 worker`;
  return [
    {
      name: 'step with a block, median',
      value: quantile(one.blockSteps, 0.5),
      unit: 'ms',
      goal: { atMost: STEP_GOAL },
      over: blockSteps,
    },
    { name: 'step with a block, 99th percentile', value: quantile(one.blockSteps, 0.99), unit: 'ms', over: blockSteps },
    { name: 'campaign, 1 worker', value: one.steps / one.seconds, unit: 'steps/s', over },
    {
      name: 'campaign, 2 workers',
      value: two.steps / two.seconds,
      unit: 'steps/s',
      goal: { atLeast: TWO_WORKERS_GOAL },
      over: both,
    },
    {
      name: 'waiting for programs',
      value: 100 * one.waiting,
      unit: '%',
      goal: { atLeast: SHARE_GOAL },
      over: 'of the wall time of a campaign, 1 worker',
    },
    { name: 'processor time of the harness a step', value: one.processor / one.steps, unit: 'ms', over },
    ...(containers === undefined ? [] : compared(two, await campaign(bench, 2, containers))),
  ];
}

/** The campaign in containers beside the one in processes. */
function compared(processes: Run, containers: Run): Measure[] {
  const speed = containers.steps / containers.seconds;
  const over = `${containers.steps} steps of ${containers.traces} traces, 2 workers`;
  return [
    { name: 'campaign in containers', value: speed, unit: 'steps/s', over },
    {
      name: 'containers beside processes',
      value: (100 * speed) / (processes.steps / processes.seconds),
      unit: '%',
      goal: { atLeast: CONTAINERS_GOAL },
      over: 'of the steps/s of the campaign in processes, 2 workers',
    },
  ];
}

interface Run {
  readonly steps: number;
  readonly seconds: number;
  /** Traces that ran to their end. */
  readonly traces: number;
  /** Milliseconds of each step that made a block or more. */
  readonly blockSteps: readonly number[];
  /** The share of its time that a worker waited for programs to come up or to answer. */
  readonly waiting: number;
  /** Milliseconds of processor time that the harness itself took. */
  readonly processor: number;
}

/** Runs random traces for the time of a campaign and counts the steps made until then. */
async function campaign(
  { programs, model, seed, steps, time, signal, say }: Bench,
  workers: number,
  runtime: Runtime = processRuntime,
): Promise<Run> {
  say(`a campaign of ${time} s (runtime: ${runtime.name}) with ${workers === 1 ? 'one worker' : `${workers} workers`}`);
  const rigs = lockstepRigs(programs, { ahead: workers, runtime });
  const over = new AbortController();
  const ends = AbortSignal.any([signal, over.signal]);
  const blockSteps: number[] = [];
  let made = 0;
  let ended = 0;
  let waited = 0;
  const traces = function* (): Generator<Trace> {
    for (const trace of campaignTraces({ seed, steps, model })) {
      if (ends.aborted) return;
      yield trace;
    }
  };
  const begun = performance.now();
  const before = process.cpuUsage();
  const timer = setTimeout(() => over.abort(), time * 1000);
  try {
    await workOff(traces(), workers, async (trace) => {
      const blocks: number[] = [];
      const onStep = (count: number): void => {
        made++;
        blocks.push(count);
      };
      const { verdict, finding, stepTimes, programTime } = await runTrace(trace, rigs.rig(trace), {
        model,
        signal: ends,
        onStep,
      });
      waited += programTime;
      blockSteps.push(...stepTimes.filter((_, step) => blocks[step] !== (blocks[step - 1] ?? 0)));
      if (ends.aborted) return;
      if (verdict !== 'conforms') throw new Error(`${trace.name} does not conform: ${describeOutcome({ finding })}`);
      ended++;
    });
    const seconds = (performance.now() - begun) / 1000;
    signal.throwIfAborted();
    const { user, system } = process.cpuUsage(before);
    return {
      steps: made,
      seconds,
      traces: ended,
      blockSteps,
      waiting: waited / 1000 / seconds / workers,
      processor: (user + system) / 1000,
    };
  } finally {
    clearTimeout(timer);
    await rigs.stop();
  }
}
