import { Command } from 'commander';
import type { Trace } from '../../specs/generated/trace.ts';
import { corpus } from '../../traces/corpus.ts';
import { checkRequires, missingFeatures, readTrace } from '../../traces/format/file.ts';
import { agree, verdictOn, type Agreement } from '../agreement/agree.ts';
import { lockstepRigs } from '../campaign/lockstep-rigs.ts';
import { nodeRigs } from '../campaign/node-rigs.ts';
import { counts } from '../campaign/counting.ts';
import { workOff } from '../campaign/pool.ts';
import { featuresUnderTest, worldModelOf } from '../follow/world-model.ts';
import { describeAgreement } from '../report/describe-agreement.ts';
import { agreementReportOf } from '../report/agreement-report.ts';
import { checkFits, misfits } from '../engines/cometbft/fit.ts';
import { EXIT_CODES } from './exit-code.ts';
import { interruptSignal } from './interrupt.ts';
import { wholeNumber } from './number-option.ts';
import {
  addProgramOptions,
  commandLine,
  openPrograms,
  programArguments,
  releaseNamesOf,
  releasesText,
  type ProgramOptions,
} from './open-programs.ts';

interface AgreeOptions extends ProgramOptions {
  readonly workers: number;
  readonly json?: true;
}

interface NamedTrace {
  readonly name: string;
  readonly trace: Trace;
}

/** `lockstep agree`. */
export function agreeCommand(): Command {
  const command = new Command('agree')
    .description('Runs traces on both engines and compares the verdicts, app hashes and final states.')
    .argument('[trace...]', 'trace files (default: all stored traces that real nodes can carry out)');
  return addProgramOptions(command)
    .option('--workers <number>', 'the number of traces to run at the same time', wholeNumber(1, 64), 1)
    .option('--json', 'print the result as one JSON object on the last line')
    .addHelpText(
      'after',
      `
A trace agrees if it conforms on both engines, if the lockstep engine gets the same app hashes from the blocks of the
real nodes, and if the final states are the same except for heights, times and counts of blocks. A trace has parted if
real time changed its course, so that an action succeeded on one engine and failed on the other. Then its final states
cannot be compared, and the verdict is inconclusive.

Exit codes: 0 all traces agree, 1 a trace disagrees, 2 a trace has parted or is unclear, 3 wrong use.

Examples:
  $ lockstep agree traces/corpus/opening.json
  $ lockstep agree --workers 2                    run the whole corpus, which takes many minutes`,
    )
    .action(async (paths: string[], options: AgreeOptions) => {
      process.exitCode = await runBoth(paths, options);
    });
}

async function runBoth(paths: readonly string[], options: AgreeOptions): Promise<number> {
  const given = paths.map((path) => ({ path, trace: readTrace(path) }));
  for (const { path, trace } of given) checkFits(trace, path, { engine: 'cometbft' });
  const signal = interruptSignal();
  const programs = await openPrograms({ ...options, runtime: 'process' }, signal);
  const model = worldModelOf(programs);
  const features = featuresUnderTest(model);
  for (const { path, trace } of given) checkRequires(trace, features, path, releasesText(releaseNamesOf(options)));
  const stored = paths.length > 0 ? given : corpus();
  const [traces, rest] = [stored.filter(fits), stored.filter((one) => !fits(one))];
  const engines = { lockstep: lockstepRigs(programs), cometbft: nodeRigs(programs, signal), model, signal };
  const found: (NamedTrace & { readonly agreement: Agreement })[] = [];
  const tell = (line: string): void => (options.json === true ? console.error(line) : console.log(line));
  try {
    await workOff(traces.map(named), options.workers, async ({ name, trace }) => {
      if (signal.aborted) return;
      const agreement = await agree(trace, engines);
      if (signal.aborted) return;
      found.push({ name, trace, agreement });
      tell(lineOf(name, agreement));
    });
  } finally {
    await Promise.all([engines.lockstep.stop(), engines.cometbft.stop()]);
  }
  for (const { name } of rest.map(named))
    tell(`left out   ${name}: real nodes cannot carry it out, or the release lacks a feature`);
  const kinds = found.map(({ agreement }) => agreement.kind);
  const verdict = verdictOn(signal.aborted ? [...kinds, 'unclear'] : kinds);
  const numbers = { agrees: 0, parted: 0, disagrees: 0, unclear: 0, ...counts(kinds) };
  const text = Object.entries(numbers).map(([kind, number]) => `${number} ${kind}`);
  tell(`verdict    ${verdict}: ${found.length} of ${stored.length} traces on both engines: ${text.join(', ')}`);
  if (options.json === true) {
    const report = agreementReportOf({
      verdict,
      counts: numbers,
      release: releaseNamesOf(options),
      command: commandLine('agree', [...paths, ...programArguments({ ...options, runtime: 'process' })]),
      agreements: found,
      leftOut: rest.map(named).map(({ name }) => name),
    });
    console.log(JSON.stringify(report));
  }
  return EXIT_CODES[verdict === 'parted' ? 'inconclusive' : verdict];

  function fits({ trace }: { readonly trace: Trace }): boolean {
    return misfits(trace).length === 0 && missingFeatures(trace, features).length === 0;
  }
}

function named({ path, trace }: { readonly path: string; readonly trace: Trace }): NamedTrace {
  return { name: trace.name ?? path, trace };
}

function lineOf(name: string, agreement: Agreement): string {
  const why = describeAgreement(agreement);
  const { blocks: made, leftOut } = agreement.onNodes;
  const idle = leftOut === null || leftOut.length === 0 ? '' : `, ${leftOut.length} actions did nothing`;
  const blocks = `${made} blocks on real nodes${idle}`;
  return `${agreement.kind.padEnd(9)}  ${name} (${blocks})${why === undefined ? '' : `: ${why}`}`;
}
