import { Command } from 'commander';
import { join } from 'node:path';
import {
  EXCLUSIONS,
  exclusionsInForce,
  WITHHELD_EXCLUSIONS,
  type ExclusionName,
} from '../../specs/exclusions/index.ts';
import { WITNESSES } from '../../specs/witnesses/index.ts';
import { runCampaign, type NamedTrace } from '../campaign/campaign.ts';
import { randomTraces, storedTraces } from '../campaign/sources.ts';
import { programsIn } from '../releases/programs.ts';
import { featuresUnderTest, worldModelOf } from '../follow/world-model.ts';
import type { RigMaker } from '../campaign/rig.ts';
import { logHead, openLog } from '../log/writer.ts';
import { fileNameOf } from '../report/file-name.ts';
import { makeFolder, makeResults } from '../report/folder.ts';
import { reportOf } from '../report/report.ts';
import { addEngineOptions, openRigs } from './engine-options.ts';
import { EXIT_CODES, tellError } from './exit-code.ts';
import { interruptSignal } from './interrupt.ts';
import { wholeNumber } from './number-option.ts';
import {
  addProgramOptions,
  commandLine,
  openPrograms,
  programArguments,
  releaseNamesOf,
  replayLine,
  type ProgramOptions,
} from './open-programs.ts';
import { tellResult } from './tell-result.ts';
import { addRuntimeOptions, type RuntimeOptions } from './runtime-options.ts';
import { showCampaign } from './campaign-progress.ts';
import { checkGoals, requiredWitness } from './goals.ts';

interface RunOptions extends ProgramOptions, RuntimeOptions {
  readonly seed: number;
  readonly traces?: number;
  readonly steps: number;
  readonly time?: number;
  readonly workers: number;
  readonly out?: string;
  readonly log?: string;
  readonly corpus: boolean;
  readonly includeWithheld?: true;
  readonly minWitnesses: number;
  readonly require: readonly string[];
  readonly json?: true;
}

const DEFAULT_TIME = 60;
const LOG_HINT = 'Name a folder that can be written with --log.';

/** `lockstep run`. */
export function runCommand(): Command {
  const command = new Command('run').description(
    'Runs a campaign: the stored corpus, then random traces, on the model and on the real programs at once.',
  );
  return addEngineOptions(addRuntimeOptions(addProgramOptions(command)))
    .option('--seed <number>', 'decides every random trace', wholeNumber(0, 2 ** 32 - 1), 1)
    .option('--traces <number>', 'how many traces, the corpus included', wholeNumber(1, 1e9))
    .option('--steps <number>', 'how many actions a random trace has', wholeNumber(1, 100_000), 100)
    .option(
      '--time <seconds>',
      `stop starting random traces so long after the end of the corpus (${DEFAULT_TIME} without --traces)`,
      wholeNumber(1, 1e7),
    )
    .option('--workers <number>', 'how many traces run at once', wholeNumber(1, 256), 2)
    .option('--out <folder>', 'where the results go (lockstep-results/<release>-<seed> by default)')
    .option('--log <folder>', 'record the blocks of each trace there, for lockstep check')
    .option(
      '--include-withheld',
      `also draw the ${WITHHELD_EXCLUSIONS.size} classes of inputs that are not drawn because of unpublished defects`,
    )
    .option('--no-corpus', 'run random traces only; the verdict says so')
    .option(
      '--min-witnesses <number>',
      'inconclusive when fewer witnesses are reached',
      wholeNumber(0, WITNESSES.length),
      0,
    )
    .option('--require <witness>', 'inconclusive when this witness is not reached; repeatable', requiredWitness, [])
    .option('--json', 'print one JSON object as the last line')
    .addHelpText(
      'after',
      `
${EXCLUSIONS.length} classes of inputs are not drawn. To list them: lockstep exclusions

A campaign runs all of the stored corpus, then random traces. --traces counts both and may end it earlier; --time does
not: it starts when the corpus is done. A campaign that is interrupted, or that does not reach what --min-witnesses and
--require ask for, is inconclusive.

Examples:
  $ lockstep run                                  the corpus, then a minute of random traces
  $ lockstep run --no-corpus --time 20            twenty seconds of random traces
  $ lockstep run --min-witnesses 350 --require slash-packet-bounced
  $ lockstep run --seed 7 --traces 40             forty traces, the same on every machine
  $ lockstep run --provider v6.4.1 --consumer v7.0.1 --time 300
  $ lockstep run --runtime container --time 60
  $ lockstep run --engine cometbft --traces 20 --workers 1
  $ lockstep run --include-withheld --time 300    shows whether a release has the withheld defects
  $ lockstep run --traces 10 --log blocks         the blocks of each trace, for lockstep check
  $ lockstep run --provider-bin ./build/interchain-security-pd --json`,
    )
    .action(async (options: RunOptions) => {
      process.exitCode = await run(options);
    });
}

async function run(options: RunOptions): Promise<number> {
  const interrupt = interruptSignal();
  const release = releaseNamesOf(options);
  const { seed, workers } = options;
  const folder = options.out ?? join('lockstep-results', `${release.provider}-${release.consumer}-${seed}`);
  const programs = await openPrograms(options, interrupt);
  makeResults(folder);
  const { log } = options;
  if (log !== undefined) makeFolder(log, LOG_HINT);
  const model = worldModelOf(programs);
  const time = options.time ?? (options.traces === undefined ? DEFAULT_TIME : undefined);
  const goals = { minWitnesses: options.minWitnesses, require: options.require };
  checkGoals(goals, featuresUnderTest(model));
  const rigs = await openRigs(options, { programs, signal: interrupt, ahead: workers });
  const begun = performance.now();
  const progress = showCampaign(time);
  try {
    const result = await runCampaign({
      stored: options.corpus ? fitted(storedTraces(model), rigs) : null,
      random: () => eachFitted(randomTraces({ ...options, model, lifted: liftedBy(options) }), rigs),
      limits: { traces: options.traces, seconds: time },
      goals,
      rigs,
      model,
      workers,
      seed,
      signal: interrupt,
      onProgress: progress.update,
      ...(log !== undefined && { logOf: (name) => openLog(join(log, `${fileNameOf(name)}.jsonl.gz`), logHead(name)) }),
    });
    const seconds = (performance.now() - begun) / 1000;
    const command = repeats(options, result.traces);
    const report = reportOf({
      report: 'run',
      result,
      exclusions: exclusionsInForce(liftedBy(options)),
      seed,
      release,
      programs: programsIn(programs),
      command,
      replay: (file) => replayLine(join(folder, file), options),
      seconds,
    });
    progress.end();
    tellResult({ report, runs: result.runs, folder, json: options.json === true });
    if (result.broken !== undefined) tellError(result.broken, 'lockstep');
    return EXIT_CODES[report.verdict];
  } finally {
    progress.end();
    await rigs.stop();
  }
}

/** Traces without what the engine cannot do. */
function fitted(traces: readonly NamedTrace[], rigs: RigMaker): NamedTrace[] {
  return [...eachFitted(traces, rigs)];
}

function* eachFitted<Drawn extends NamedTrace | undefined>(
  traces: Iterable<Drawn>,
  { limits }: RigMaker,
): Generator<Drawn | NamedTrace> {
  for (const one of traces) {
    yield limits === undefined || one === undefined ? one : { name: one.name, trace: limits.fit(one.trace) };
  }
}

/** The exclusions that the user lifts. */
function liftedBy({ includeWithheld }: RunOptions): ReadonlySet<ExclusionName> {
  return includeWithheld === true ? WITHHELD_EXCLUSIONS : new Set();
}

/** The command that runs the same traces again: their number in place of the time that they took. */
function repeats(options: RunOptions, traces: number): string {
  const { seed, steps, workers } = options;
  const counts = { seed, traces, steps, workers };
  return commandLine('run', [
    ...programArguments(options),
    ...Object.entries(counts).flatMap(([name, count]) => [`--${name}`, String(count)]),
    ...(options.corpus ? [] : ['--no-corpus']),
    ...(options.includeWithheld === true ? ['--include-withheld'] : []),
    ...(options.minWitnesses === 0 ? [] : ['--min-witnesses', `${options.minWitnesses}`]),
    ...options.require.flatMap((name) => ['--require', name]),
  ]);
}
