import { Command } from 'commander';
import { join } from 'node:path';
import {
  EXCLUSIONS,
  exclusionsInForce,
  WITHHELD_EXCLUSIONS,
  type ExclusionName,
} from '../../specs/exclusions/index.ts';
import { WITNESSES } from '../../specs/witnesses/index.ts';
import { runCampaign } from '../campaign/campaign.ts';
import type { NamedTrace } from '../campaign/trace-run.ts';
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
    'Runs a campaign: the stored traces, then random ones, on the model and on the real programs.',
  );
  return addEngineOptions(addRuntimeOptions(addProgramOptions(command)))
    .option('--seed <number>', 'the seed of the random traces', wholeNumber(0, 2 ** 32 - 1), 1)
    .option('--traces <number>', 'stop after N traces, the stored ones included', wholeNumber(1, 1e9))
    .option('--steps <number>', 'the number of actions of each random trace', wholeNumber(1, 100_000), 100)
    .option(
      '--time <seconds>',
      `stop starting random traces N seconds after the end of the corpus (default without --traces: ${DEFAULT_TIME})`,
      wholeNumber(1, 1e7),
    )
    .option('--workers <number>', 'the number of traces to run at the same time', wholeNumber(1, 256), 2)
    .option('--out <folder>', 'the folder for the results (default: lockstep-results/<release>-<seed>)')
    .option('--log <folder>', 'record a block log of each trace in this folder, for lockstep check')
    .option(
      '--include-withheld',
      `also draw the ${WITHHELD_EXCLUSIONS.size} classes of inputs that are left out because they show unpublished defects`,
    )
    .option('--no-corpus', 'skip the stored traces; the verdict says so')
    .option(
      '--min-witnesses <number>',
      'make the verdict inconclusive if the campaign reaches fewer witnesses',
      wholeNumber(0, WITNESSES.length),
      0,
    )
    .option(
      '--require <witness>',
      'make the verdict inconclusive if the campaign does not reach this witness; repeatable',
      requiredWitness,
      [],
    )
    .option('--json', 'print the result as one JSON object on the last line')
    .addHelpText(
      'after',
      `
Random traces leave out ${EXCLUSIONS.length} classes of inputs. To list them: lockstep exclusions

A campaign runs the stored traces first, then random traces. --traces counts both. --time counts from the end of the
stored traces. A campaign is inconclusive if it is interrupted, or if it does not reach what --min-witnesses and
--require ask for.

Examples:
  $ lockstep run                                  run the stored traces, then one minute of random ones
  $ lockstep run --no-corpus --time 20            run twenty seconds of random traces
  $ lockstep run --min-witnesses 350 --require slash-packet-bounced
  $ lockstep run --seed 7 --traces 40             run forty traces, the same on every machine
  $ lockstep run --provider v6.4.1 --consumer v7.0.1 --time 300
  $ lockstep run --runtime container --time 60
  $ lockstep run --engine cometbft --traces 20 --workers 1
  $ lockstep run --include-withheld --time 300    test for the withheld defects
  $ lockstep run --traces 10 --log blocks         record block logs for lockstep check
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
