import { Command } from 'commander';
import { relative } from 'node:path';
import { campaignDigest } from '../follow/digest.ts';
import { programsIn } from '../releases/programs.ts';
import { tallyOf } from '../campaign/tally.ts';
import { featuresUnderTest, worldModelOf } from '../follow/world-model.ts';
import { checkLog, type Checked } from '../log/check-log.ts';
import { firstStarts, readLog } from '../log/read-log.ts';
import { releaseNames } from '../releases/release.ts';
import { makeResults, writeResults } from '../report/folder.ts';
import { reportOf } from '../report/report.ts';
import { summaryOf } from '../report/summary.ts';
import { SetupError } from '../setup-error.ts';
import { EXIT_CODES } from './exit-code.ts';
import { interruptSignal } from './interrupt.ts';
import {
  addProgramOptions,
  commandLine,
  openPrograms,
  programArguments,
  releaseNamesOf,
  type ProgramOptions,
} from './open-programs.ts';
import { statusLine } from './status-line.ts';

interface CheckOptions extends ProgramOptions {
  readonly out?: string;
  readonly json?: true;
}

/** `lockstep check LOG`. */
export function checkCommand(): Command {
  const command = new Command('check')
    .description('Checks a block log without a node: the model follows its blocks and reports what differs.')
    .argument('<log>', 'JSON lines as in specs/schemas/log.schema.json, plain or compressed with gzip');
  return addProgramOptions(command)
    .option('--out <folder>', 'the folder for the report (default: no report is written)')
    .option('--json', 'print the result as one JSON object on the last line')
    .addHelpText(
      'after',
      `
The log names the releases of its programs. --release, --provider and --consumer override them. No program is started
except to read its protobuf descriptors and default genesis.

Examples:
  $ lockstep check opening.jsonl.gz      recorded with: lockstep replay traces/corpus/opening.json --log opening.jsonl.gz
  $ lockstep check somebody-elses.jsonl --provider v7.0.1 --consumer v6.4.1 --json`,
    )
    .action(async (path: string, options: CheckOptions) => {
      const chosen = command.getOptionValueSource('release') === 'default' ? await releasesOf(path, options) : options;
      process.exitCode = await check(path, chosen);
    });
}

/** The releases that a log names, where the user names none. Throws a `SetupError` for one that is not known. */
async function releasesOf(path: string, options: CheckOptions): Promise<CheckOptions> {
  const starts = await firstStarts(path);
  for (const role of ['provider', 'consumer'] as const) {
    const release = options[role] ?? starts[role]?.release;
    if (release === undefined || release === options[role] || releaseNames().includes(release)) continue;
    const hint = `Name the release with the same features with --${role}: ${releaseNames().join(', ')}.`;
    throw new SetupError(`${path}: unknown ${role} release ${release}`, hint);
  }
  const provider = options.provider ?? starts.provider?.release ?? options.release;
  const consumer = options.consumer ?? starts.consumer?.release ?? starts.provider?.release ?? options.release;
  return { ...options, provider, consumer };
}

async function check(path: string, options: CheckOptions): Promise<number> {
  const log = await readLog(path);
  const signal = interruptSignal();
  const programs = await openPrograms({ ...options, runtime: 'process' }, signal);
  if (options.out !== undefined) makeResults(options.out);
  const progress = statusLine();
  const begun = performance.now();
  const model = worldModelOf(programs);
  let checked: Checked;
  try {
    const onBlock = (blocks: number): void => progress.update(`blocks ${blocks}`);
    checked = await checkLog(log, { source: path, programs, model, signal, onBlock });
  } finally {
    progress.end();
  }
  const { outcome, line, cutOff, missing } = checked;
  const runs = [{ name: path, trace: { lockstep: 1 as const, actions: [] }, outcome }];
  const command = commandLine('check', [path, ...programArguments({ ...options, runtime: 'process' })]);
  const report = reportOf({
    report: 'check',
    result: {
      ...tallyOf(runs, featuresUnderTest(model)),
      verdict: outcome.verdict,
      digest: campaignDigest([outcome.digest]),
      interrupted: signal.aborted,
    },
    seed: 0,
    release: releaseNamesOf(options),
    programs: programsIn(programs),
    log: { file: path, cutOff: cutOff ?? null, missing, line },
    command,
    replay: () => command,
    seconds: (performance.now() - begun) / 1000,
  });
  const results = options.out === undefined ? '' : `\nresults        ${relative('.', options.out) || '.'}`;
  const text = `${summaryOf(report)}\n${results}\nagain          ${command}`;
  // Standard output is the machine's when it asks for JSON.
  if (options.json === true) {
    console.error(text);
    console.log(JSON.stringify(report));
  } else console.log(text);
  if (options.out !== undefined) writeResults(options.out, report, []);
  return EXIT_CODES[report.verdict];
}
