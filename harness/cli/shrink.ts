import { Command } from 'commander';
import { dirname, join } from 'node:path';
import { CORPUS } from '../../traces/corpus.ts';
import { leftOutOf } from '../../traces/simulate/model-run.ts';
import { checkRequires, readTrace, writeTrace } from '../../traces/format/file.ts';
import { lockstepRigs } from '../campaign/lockstep-rigs.ts';
import type { Outcome } from '../follow/outcome.ts';
import { shrinkTrace } from '../campaign/shrink-trace.ts';
import { featuresUnderTest, worldModelOf } from '../follow/world-model.ts';
import { fileNameOf } from '../report/file-name.ts';
import { describeFinding } from '../report/describe-finding.ts';
import { makeFolder } from '../report/folder.ts';
import { shrinkReportOf } from '../report/shrink-report.ts';
import { SetupError } from '../setup-error.ts';
import { writing } from '../write-text.ts';
import { EXIT_CODES } from './exit-code.ts';
import { interruptSignal } from './interrupt.ts';
import { wholeNumber } from './number-option.ts';
import {
  addProgramOptions,
  openPrograms,
  releaseNamesOf,
  releasesText,
  replayLine,
  type ProgramOptions,
} from './open-programs.ts';
import { addRuntimeOptions, openRuntime, type RuntimeOptions } from './runtime-options.ts';
import { statusLine } from './status-line.ts';

interface ShrinkOptions extends ProgramOptions, RuntimeOptions {
  readonly out?: string;
  readonly name?: string;
  readonly tries: number;
  readonly workers: number;
  readonly json?: true;
}

/** `lockstep shrink TRACE`. */
export function shrinkCommand(): Command {
  const command = new Command('shrink')
    .description('Minimizes a failing trace against the real programs and stores it in the corpus.')
    .argument('<trace>', 'a trace file that diverges');
  return addRuntimeOptions(addProgramOptions(command))
    .option('--name <name>', 'the name of the minimized trace and of its file in the corpus')
    .option('--out <file>', 'the file for the minimized trace (default: in the corpus)')
    .option('--tries <number>', 'stop after trying N traces', wholeNumber(1, 1e6), 400)
    .option('--workers <number>', 'the number of traces to try at the same time', wholeNumber(1, 256), 2)
    .option('--json', 'print the result as one JSON object on the last line')
    .addHelpText(
      'after',
      `
Exit codes: 1 if the minimized trace diverges (the normal case), 3 if the given trace does not diverge.

Examples:
  $ lockstep shrink lockstep-results/v7.0.1-v7.0.1-1/traces/1-12.json --name stale-power
  $ lockstep shrink failing.json --out core.json --tries 100`,
    )
    .action(async (path: string, options: ShrinkOptions) => {
      process.exitCode = await shrinkFile(path, options);
    });
}

const OUT_HINT = 'Name a file that can be written with --out.';

async function shrinkFile(path: string, options: ShrinkOptions): Promise<number> {
  const trace = readTrace(path);
  const name = options.name ?? `${fileNameOf(trace.name ?? 'trace')}-core`;
  const file = options.out ?? join(CORPUS, `${fileNameOf(name)}.json`);
  makeFolder(dirname(file), OUT_HINT);
  const signal = interruptSignal();
  const programs = await openPrograms(options, signal);
  const model = worldModelOf(programs);
  checkRequires(trace, featuresUnderTest(model), path, releasesText(releaseNamesOf(options)));
  const rigs = lockstepRigs(programs, { ahead: 1, runtime: await openRuntime(options, programs) });
  const line = statusLine();
  try {
    const { tries, workers: width } = options;
    const shrunk = await shrinkTrace(trace, {
      model,
      rigs,
      tries,
      width,
      signal,
      onProgress: (progress) => line.update(`${progress.actions} actions left after ${progress.tries} tries`),
    });
    line.end();
    if (shrunk.kind === 'sound') {
      signal.throwIfAborted();
      throw nothingToShrink(path, shrunk.outcome);
    }
    const { core, finding } = shrunk;
    const state = core.complete ? 'no simpler trace fails' : `not finished: ${unfinished(signal)}`;
    const leftOutActions = leftOutOf(core.trace, model).length;
    const note = leftOutActions === 0 ? '' : `, ${leftOutActions} of which do nothing`;
    const text = `${trace.actions.length} actions became ${core.trace.actions.length}${note} in ${core.tries} tries (${state})\n${describeFinding(finding)}\n\ncore           ${file}`;
    const kept = { ...core.trace, name, comment: describeFinding(finding).split('\n')[0] ?? '' };
    writing(file, OUT_HINT, () => writeTrace(file, kept));
    if (options.json === true) {
      console.error(text);
      console.log(
        JSON.stringify(
          shrinkReportOf({
            release: releaseNamesOf(options),
            core,
            leftOutActions,
            finding,
            file,
            again: replayLine(file, options),
          }),
        ),
      );
    } else console.log(text);
    return EXIT_CODES.diverges;
  } finally {
    line.end();
    await rigs.stop();
  }
}

/** What makes a core smaller that is not the smallest yet. An interrupted search keeps what it has found. */
function unfinished(signal: AbortSignal): string {
  return signal.aborted ? 'shrink the result to continue' : 'allow more --tries to continue';
}

function nothingToShrink(path: string, { finding }: Outcome): SetupError {
  return new SetupError(
    finding === undefined
      ? `${path} conforms: there is nothing to minimize`
      : `${path} is inconclusive: ${describeFinding(finding)}`,
    'Minimize a trace that diverges, on the release on which it diverges.',
  );
}
