import type { Trace } from '../../specs/generated/trace.ts';
import { generateTrace } from '../../traces/generate/generate.ts';
import { historyOf } from '../../traces/simulate/model-history.ts';
import { runModel } from '../../traces/simulate/model-run.ts';
import type { WorldModel } from '../../traces/world/model.ts';
import { featuresUnderTest } from '../follow/world-model.ts';
import { watch } from '../follow/watch.ts';
import type { Bench } from './bench.ts';
import type { Measure } from './measure.ts';

/** Part of a campaign's time that the model gets: it is steady after a second. */
const PART = 1 / 3;
const GOAL = 100_000;

/** How many actions a second the model carries out with every executable property and witness watching. */
export function measureModel({ model, traces, time, signal, say }: Bench): Measure {
  say('the model alone');
  const run = (): number => traces.reduce((actions, trace) => actions + watchModel(trace, model), 0);
  const { actions, seconds } = repeat(run, time * PART, signal);
  return {
    name: 'model alone, properties on',
    value: actions / seconds,
    unit: 'actions/s',
    goal: { atLeast: GOAL },
    over: `${actions} actions of ${traces.length} traces`,
  };
}

/** How many actions a second are generated; the model runs beside the generator. */
export function measureGeneration({ model, seed, steps, time, signal, say }: Bench): Measure {
  say('generating traces');
  let n = 0;
  const generate = (): number => generateTrace({ seed: `${seed}/${n++}`, steps, model }).actions.length;
  const { actions, seconds } = repeat(generate, time * PART, signal);
  return { name: 'generating traces', value: actions / seconds, unit: 'actions/s', over: `${n} traces` };
}

/** Runs a trace on the model and shows what the model predicts to the monitors; answers how many actions it has. */
function watchModel(trace: Trace, model: WorldModel): number {
  const watching = watch({ features: featuresUnderTest(model) });
  const show = historyOf((event) => {
    const broken = watching.see(event);
    if (broken !== undefined) throw new Error(`the model breaks ${broken.property}: ${broken.violation.because}`);
  });
  runModel(trace, model, show);
  return trace.actions.length;
}

function repeat(work: () => number, seconds: number, signal: AbortSignal): { actions: number; seconds: number } {
  // Once without counting, until the code is compiled.
  work();
  const begun = performance.now();
  let actions = 0;
  for (;;) {
    signal.throwIfAborted();
    actions += work();
    const passed = (performance.now() - begun) / 1000;
    if (passed >= seconds) return { actions, seconds: passed };
  }
}
