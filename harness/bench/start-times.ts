import type { Trace } from '../../specs/generated/trace.ts';
import { lockstepRigs } from '../campaign/lockstep-rigs.ts';
import type { RigMaker } from '../campaign/rig.ts';
import { runTrace } from '../campaign/run-trace.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import type { Bench } from './bench.ts';
import type { Measure } from './measure.ts';
import { median } from '../report/statistics.ts';
import { describeOutcome } from '../report/describe-finding.ts';

const COLD_GOAL = 600;
const NEXT_GOAL = 300;

/** One block of the provider: when it is made, a trace is under way. */
const FIRST_BLOCK: Trace = { lockstep: 1, actions: [{ kind: 'block', chain: 'provider', seconds: 1 }] };

/** From no process at all to an open CCV channel: `opening` is the trace that does no more than that. */
export async function measureColdStart(bench: Bench, opening: Trace): Promise<Measure> {
  const { programs, starts, signal, say } = bench;
  const times: number[] = [];
  for (let n = 0; n < starts; n++) {
    signal.throwIfAborted();
    say(`cold start ${n + 1} of ${starts}`);
    const begun = performance.now();
    const rigs = lockstepRigs(programs);
    const ends = await stepEnds(opening, rigs, bench);
    times.push(lastOf(ends) - begun);
    await rigs.stop();
  }
  return {
    name: 'cold start to an open CCV channel',
    value: median(times),
    unit: 'ms',
    goal: { atMost: COLD_GOAL },
    over: `median of ${starts}, 4 validators, 1 consumer`,
  };
}

/** From the end of one trace of a campaign to the first block of the next one, its programs started ahead. */
export async function measureNextTrace(bench: Bench): Promise<Measure> {
  const { programs, traces, starts, signal, say } = bench;
  const rigs = lockstepRigs(programs, { ahead: 1 });
  const times: number[] = [];
  try {
    for (const trace of traces.slice(0, starts)) {
      signal.throwIfAborted();
      say(`next trace ${times.length + 1} of ${starts}`);
      await stepEnds(trace, rigs, bench);
      const begun = performance.now();
      times.push(lastOf(await stepEnds(FIRST_BLOCK, rigs, bench)) - begun);
    }
  } finally {
    await rigs.stop();
  }
  return {
    name: 'next trace under way',
    value: median(times),
    unit: 'ms',
    goal: { atMost: NEXT_GOAL },
    over: `median of ${times.length}`,
  };
}

/** From nothing to a provider that answers, in each runtime, without anything else going on. */
export async function measureStarts(
  { programs, starts, signal, say }: Bench,
  runtimes: readonly Runtime[],
): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const runtime of runtimes) {
    const times: number[] = [];
    for (let n = 0; n < starts; n++) {
      signal.throwIfAborted();
      say(`start ${n + 1} of ${starts} (runtime: ${runtime.name})`);
      const begun = performance.now();
      const running = await runtime.launch({ program: programs.provider, chainId: 'provider' });
      times.push(performance.now() - begun);
      await running.stop();
    }
    measures.push({
      name: `start of a program, ${runtime.name}`,
      value: median(times),
      unit: 'ms',
      over: `median of ${starts}`,
    });
  }
  return measures;
}

/** Runs a trace, which must conform, and answers when each of its steps ended. */
async function stepEnds(trace: Trace, rigs: RigMaker, { model, signal }: Bench): Promise<number[]> {
  const ends: number[] = [];
  const outcome = await runTrace(trace, rigs.rig(trace), { model, signal, onStep: () => ends.push(performance.now()) });
  if (outcome.verdict !== 'conforms') {
    throw new Error(`the trace ${trace.name ?? ''} does not conform: ${describeOutcome(outcome)}`);
  }
  return ends;
}

function lastOf(times: readonly number[]): number {
  const last = times.at(-1);
  if (last === undefined) throw new Error('the trace has no actions');
  return last;
}
