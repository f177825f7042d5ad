import type { ChainName, RowChange } from '../../specs/block.ts';
import { blockEvent, startEvent, viewOf } from '../../specs/event.ts';
import type { Trace } from '../../specs/generated/trace.ts';
import type { State } from '../../model/draft.ts';
import { generateTrace } from '../../traces/generate.ts';
import { runModel } from '../../traces/model-run.ts';
import { setAt, type WorldModel } from '../../traces/world/world.ts';
import { watch } from '../campaign/watch.ts';
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
  const watching = watch();
  /** What a chain wrote as it started from an export: as in a program, that is seen with its next block. */
  const written = new Map<ChainName, readonly RowChange[]>();
  const states = new Map<ChainName, State>();
  runModel(trace, model, (order, step, _index, { world, block }) => {
    if (step.observation.halt !== undefined) return;
    const { changes } = step.observation;
    const { state } = step.chain;
    const before = states.get(order.chain);
    states.set(order.chain, state);
    if (order.kind === 'export') {
      written.set(order.chain, [...(before === undefined ? [] : lost(before, state)), ...changes]);
      return;
    }
    const chain = world.chains.get(order.chain);
    if (chain === undefined) throw new Error(`the chain ${order.chain} has not started`);
    const { genesis } = chain;
    const begun = written.get(order.chain);
    const observation =
      begun === undefined ? step.observation : { ...step.observation, changes: [...begun, ...changes] };
    written.delete(order.chain);
    const seen = { chain: order.chain, kind: genesis.kind, observation, view: viewOf(state) };
    const at = Number(observation.height);
    const event =
      block === undefined
        ? startEvent({ ...seen, genesis, set: setAt(chain, 1) })
        : blockEvent({ ...seen, block, set: setAt(chain, at), nextSet: setAt(chain, at + 1) });
    const broken = watching.see(event);
    if (broken !== undefined) throw new Error(`the model breaks ${broken.property}: ${broken.violation.because}`);
  });
  return trace.actions.length;
}

/** What an exported genesis has forgotten. */
function lost(before: State, after: State): RowChange[] {
  return [...before].flatMap(([table, rows]) =>
    [...rows.keys()].flatMap((key) => (after.get(table)?.has(key) === true ? [] : [{ table, key, row: undefined }])),
  );
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
