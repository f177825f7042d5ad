import { Command } from 'commander';
import { join } from 'node:path';
import type { Trace } from '../../specs/generated/trace.ts';
import { CORPUS } from '../../traces/corpus.ts';
import { checkRequires, readTrace, writeTrace } from '../../traces/file.ts';
import { shrink } from '../../traces/shrink.ts';
import { lockstepRigs } from '../campaign/lockstep-rigs.ts';
import type { Finding, Outcome } from '../campaign/outcome.ts';
import { runTrace } from '../campaign/run-trace.ts';
import { sameFinding } from '../campaign/same-finding.ts';
import { worldModelOf } from '../campaign/world-model.ts';
import { fileNameOf } from '../report/file-name.ts';
import { SetupError } from '../setup-error.ts';
import { EXIT_CODES } from './exit-code.ts';
import { interruptSignal } from './interrupt.ts';
import { wholeNumber } from './number-option.ts';
import { addProgramOptions, openPrograms, releaseNamesOf, type ProgramOptions } from './open-programs.ts';
import { statusLine } from './status-line.ts';

interface ShrinkOptions extends ProgramOptions {
  readonly out?: string;
  readonly name?: string;
  readonly tries: number;
  readonly workers: number;
  readonly json?: true;
}

/** `lockstep shrink TRACE`. */
export function shrinkCommand(): Command {
  const command = new Command('shrink')
    .description('Brings a failing trace to its core against the real programs, and keeps it in the corpus.')
    .argument('<trace>', 'a trace file that diverges');
  return addProgramOptions(command)
    .option('--name <name>', 'the name of the core, and of its file in the corpus')
    .option('--out <file>', 'where to write the core, instead of the corpus')
    .option('--tries <number>', 'how many traces may be tried', wholeNumber(1, 1e6), 400)
    .option('--workers <number>', 'how many traces are tried at once', wholeNumber(1, 256), 2)
    .option('--json', 'print one JSON object as the last line')
    .addHelpText(
      'after',
      `
Exit codes: 1 when the core diverges (as it must), 3 when the trace does not diverge at all.

Examples:
  $ lockstep shrink lockstep-results/v7.0.1-v7.0.1-1/traces/1-12.json --name stale-power
  $ lockstep shrink failing.json --out core.json --tries 100`,
    )
    .action(async (path: string, options: ShrinkOptions) => {
      process.exitCode = await shrinkTrace(path, options);
    });
}

async function shrinkTrace(path: string, options: ShrinkOptions): Promise<number> {
  const trace = readTrace(path);
  const signal = interruptSignal();
  const programs = await openPrograms(options, signal);
  const model = worldModelOf(programs);
  const { provider } = releaseNamesOf(options);
  checkRequires(trace, new Set([...model.features.provider, ...model.features.consumer]), path, provider);
  const rigs = lockstepRigs(programs, { ahead: 1 });
  const line = statusLine();
  const run = (candidate: Trace): Promise<Outcome> => runTrace(candidate, rigs.rig(), { model, signal });
  try {
    const wanted = await firstFinding(path, await run(trace));
    // Nothing after the action that showed it belongs to the core.
    const start = { ...trace, actions: trace.actions.slice(0, wanted.place.action + 1) };
    const fails = async (candidate: Trace): Promise<boolean> => {
      const { finding } = await run(candidate);
      return finding !== undefined && sameFinding(finding, wanted);
    };
    const { tries, workers: width } = options;
    const shrunk = await shrink(start, fails, {
      tries,
      width,
      signal,
      onProgress: ({ tries, actions }) => line.update(`${actions} actions left after ${tries} tries`),
    });
    line.end();
    const name = options.name ?? `${fileNameOf(trace.name ?? 'trace')}-core`;
    const file = options.out ?? join(CORPUS, `${fileNameOf(name)}.json`);
    writeTrace(file, { ...shrunk.trace, name, comment: wanted.text.split('\n')[0] ?? '' });
    const state = shrunk.complete ? 'nothing simpler fails' : 'not finished: more --tries may make it smaller';
    const text = `${trace.actions.length} actions became ${shrunk.trace.actions.length} in ${shrunk.tries} tries (${state})\n${wanted.text}\n\ncore           ${file}`;
    if (options.json === true) {
      console.error(text);
      const { length: actions } = shrunk.trace.actions;
      console.log(
        JSON.stringify({ verdict: 'diverges', file, actions, tries: shrunk.tries, complete: shrunk.complete }),
      );
    } else console.log(text);
    return EXIT_CODES.diverges;
  } finally {
    line.end();
    await rigs.stop();
  }
}

async function firstFinding(path: string, { verdict, finding }: Outcome): Promise<Finding> {
  if (finding !== undefined && verdict === 'diverges') return finding;
  throw new SetupError(
    finding === undefined ? `${path} conforms: there is nothing to shrink` : `${path} is inconclusive: ${finding.text}`,
    'Shrink a trace that diverges, on the release on which it does.',
  );
}
