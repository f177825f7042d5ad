import { Command } from 'commander';
import { join } from 'node:path';
import { checkRequires, readTrace } from '../../traces/format/file.ts';
import { campaignDigest } from '../follow/digest.ts';
import { runTrace } from '../campaign/run-trace.ts';
import { programsIn } from '../releases/programs.ts';
import { tallyOf } from '../campaign/tally.ts';
import { featuresUnderTest, worldModelOf } from '../follow/world-model.ts';
import { makeResults } from '../report/folder.ts';
import { logHead, openLog } from '../log/writer.ts';
import { fileNameOf } from '../report/file-name.ts';
import { reportOf } from '../report/report.ts';
import { checkFits } from '../engines/cometbft/fit.ts';
import { addEngineOptions, openRigs } from './engine-options.ts';
import { EXIT_CODES } from './exit-code.ts';
import { interruptSignal } from './interrupt.ts';
import {
  addProgramOptions,
  openPrograms,
  releaseNamesOf,
  releasesText,
  replayLine,
  type ProgramOptions,
} from './open-programs.ts';
import { tellResult } from './tell-result.ts';
import { addRuntimeOptions, type RuntimeOptions } from './runtime-options.ts';

interface ReplayOptions extends ProgramOptions, RuntimeOptions {
  readonly out?: string;
  readonly log?: string;
  readonly json?: true;
}

/** `lockstep replay TRACE`. */
export function replayCommand(): Command {
  const command = new Command('replay')
    .description('Runs one trace on the model and on the real programs, and reports what differs.')
    .argument('<trace>', 'a trace file');
  return addEngineOptions(addRuntimeOptions(addProgramOptions(command)))
    .option('--out <folder>', 'the folder for the results (default: lockstep-results/<name of the trace>)')
    .option('--log <file>', 'record a block log for lockstep check; compressed if the name ends in .gz')
    .option('--json', 'print the result as one JSON object on the last line')
    .addHelpText(
      'after',
      `
Examples:
  $ lockstep replay traces/corpus/opening.json
  $ lockstep replay lockstep-results/v7.0.1-v7.0.1-1/traces/1-12.json --release v6.4.1
  $ lockstep replay traces/corpus/opening.json --engine cometbft
  $ lockstep replay traces/corpus/opening.json --log opening.jsonl.gz`,
    )
    .action(async (path: string, options: ReplayOptions) => {
      process.exitCode = await replay(path, options);
    });
}

async function replay(path: string, options: ReplayOptions): Promise<number> {
  const trace = readTrace(path);
  checkFits(trace, path, options);
  const signal = interruptSignal();
  const programs = await openPrograms(options, signal);
  const release = releaseNamesOf(options);
  const model = worldModelOf(programs);
  checkRequires(trace, featuresUnderTest(model), path, releasesText(release));
  const name = trace.name ?? path;
  const folder = options.out ?? join('lockstep-results', fileNameOf(name));
  makeResults(folder);
  const rigs = await openRigs(options, { programs, signal });
  const record = options.log === undefined ? undefined : openLog(options.log, logHead(name));
  const begun = performance.now();
  try {
    const outcome = await runTrace(trace, rigs.rig(trace), { model, signal, record });
    record?.close();
    const runs = [{ name, trace, outcome }];
    const result = {
      ...tallyOf(runs, featuresUnderTest(model)),
      verdict: outcome.verdict,
      digest: campaignDigest([outcome.digest]),
      interrupted: signal.aborted,
    };
    const report = reportOf({
      report: 'replay',
      result,
      seed: 0,
      release,
      programs: programsIn(programs),
      command: replayLine(path, options),
      replay: () => replayLine(path, options),
      seconds: (performance.now() - begun) / 1000,
    });
    tellResult({ report, runs, folder, json: options.json === true });
    return EXIT_CODES[report.verdict];
  } finally {
    record?.close();
    await rigs.stop();
  }
}
