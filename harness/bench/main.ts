import { Command } from 'commander';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { corpus } from '../../traces/corpus.ts';
import { generateTrace } from '../../traces/generate/generate.ts';
import type { Programs } from '../releases/programs.ts';
import { worldModelOf } from '../follow/world-model.ts';
import { tellError } from '../cli/exit-code.ts';
import { interruptSignal } from '../cli/interrupt.ts';
import { wholeNumber } from '../cli/number-option.ts';
import { addProgramOptions, openPrograms, releaseNamesOf, type ProgramOptions } from '../cli/open-programs.ts';
import { openRuntime } from '../cli/runtime-options.ts';
import { statusLine } from '../cli/status-line.ts';
import { processRuntime } from '../runtimes/process.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import { makeFolder } from '../report/folder.ts';
import { SetupError } from '../setup-error.ts';
import { writeText } from '../write-text.ts';
import type { Bench } from './bench.ts';
import { measureCampaigns } from './campaigns.ts';
import { isReached, type Measure } from './measure.ts';
import { measureGeneration, measureModel } from './model-alone.ts';
import { measureColdStart, measureNextTrace, measureStarts } from './start-times.ts';
import { tableOf } from './table.ts';

interface BenchOptions extends ProgramOptions {
  readonly out: string;
  readonly seed: number;
  readonly steps: number;
  readonly time: number;
  readonly quick?: true;
  readonly modelOnly?: true;
}

/** What `--quick` puts in place of the seconds of a campaign, and how often something is started without it and with it. */
const QUICK_TIME = 4;
const STARTS = 7;
const QUICK_STARTS = 3;
/** How many generated traces the model alone runs beside the corpus. */
const GENERATED = 30;
const OUT_HINT = 'Name a file that can be written with --out.';

const program = new Command('bench')
  .exitOverride()
  .description('Measures how fast the model, a start, a step and a campaign are, and compares that with the goals.')
  .option('--out <file>', 'where the figures go as JSON', 'lockstep-results/bench.json')
  .option('--seed <number>', 'decides the generated traces', wholeNumber(0, 2 ** 32 - 1), 1)
  .option('--steps <number>', 'how many actions a generated trace has', wholeNumber(1, 100_000), 100)
  .option('--time <seconds>', 'how long each campaign runs', wholeNumber(1, 3600), 15)
  .option('--quick', `campaigns of ${QUICK_TIME} seconds and fewer starts: a first look`)
  .option('--model-only', 'measure what needs no programs to run')
  .addHelpText(
    'after',
    `
Examples:
  $ npm run bench                          about a minute
  $ npm run bench -- --quick               a first look
  $ npm run bench -- --release v6.4.1 --out bench-v6.json`,
  )
  .action(bench);
addProgramOptions(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = tellError(error, 'bench');
}

async function bench(options: BenchOptions): Promise<void> {
  const signal = interruptSignal();
  makeFolder(dirname(options.out), OUT_HINT);
  const programs = await openPrograms({ ...options, runtime: 'process' }, signal);
  const model = worldModelOf(programs);
  const stored = corpus().map(({ trace }) => trace);
  const opening = stored.find(({ name }) => name === 'opening');
  if (opening === undefined) throw new SetupError('the corpus has no trace named opening', 'Restore traces/corpus.');
  const { steps, quick, out } = options;
  const seed = String(options.seed);
  const generated = Array.from({ length: GENERATED }, (_, n) => generateTrace({ seed: `${seed}/${n}`, steps, model }));
  const line = statusLine();
  const parts: Bench = {
    programs,
    model,
    traces: [...stored, ...generated],
    seed,
    steps,
    time: quick === true ? QUICK_TIME : options.time,
    starts: quick === true ? QUICK_STARTS : STARTS,
    signal,
    say: (text) => line.update(text),
  };
  const measures: Measure[] = [measureModel(parts), measureGeneration(parts)];
  if (options.modelOnly === undefined) {
    measures.push(await measureColdStart(parts, opening), await measureNextTrace(parts));
    const containers = await openContainers(programs);
    if (containers !== undefined) measures.push(...(await measureStarts(parts, [processRuntime, containers])));
    measures.push(...(await measureCampaigns(parts, containers)));
  }
  line.end();
  console.log(tableOf(measures));
  writeText(out, `${JSON.stringify(resultOf(options, measures), undefined, 2)}\n`, OUT_HINT);
  console.log(`\nThe figures are in ${out}.`);
}

/** The container runtime; `undefined`, and a word about it, where no engine answers. */
async function openContainers(programs: Programs): Promise<Runtime | undefined> {
  try {
    return await openRuntime({ runtime: 'container' }, programs);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.log(`Containers are not measured: ${error.message}`);
    return undefined;
  }
}

function resultOf(options: BenchOptions, measures: readonly Measure[]): unknown {
  return {
    release: releaseNamesOf(options),
    node: process.version,
    machine: { processors: availableParallelism(), model: cpus()[0]?.model, load: loadavg()[0] },
    measures: measures.map((measure) => ({ ...measure, reached: isReached(measure) })),
  };
}
