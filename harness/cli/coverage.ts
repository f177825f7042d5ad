import { Command } from 'commander';
import { join, relative } from 'node:path';
import { runCampaign } from '../campaign/campaign.ts';
import { lockstepRigs } from '../campaign/lockstep-rigs.ts';
import { randomTraces, storedTraces } from '../campaign/sources.ts';
import { worldModelOf } from '../follow/world-model.ts';
import { openCounters } from '../coverage/counters.ts';
import { coverageOf } from '../coverage/coverage.ts';
import { profileText } from '../coverage/profile.ts';
import { coverageText } from './coverage-table.ts';
import { loadRelease } from '../releases/load-release.ts';
import { readRelease } from '../releases/release.ts';
import { makeResults } from '../report/folder.ts';
import { processRuntimeWith } from '../runtimes/process.ts';
import { writeText } from '../write-text.ts';
import { showBuild } from './build-progress.ts';
import { showCampaign } from './campaign-progress.ts';
import { EXIT_CODES, tellError } from './exit-code.ts';
import { interruptSignal } from './interrupt.ts';
import { wholeNumber } from './number-option.ts';
import { DEFAULT_RELEASE } from './releases.ts';

interface CoverageOptions {
  readonly release: string;
  readonly seed: number;
  readonly steps: number;
  readonly time: number;
  readonly workers: number;
  readonly corpus: boolean;
  readonly out?: string;
  readonly json?: true;
}

/** `lockstep coverage`. */
export function coverageCommand(): Command {
  return new Command('coverage')
    .description('Reports which Go statements of the CCV modules a campaign reaches.')
    .option('--release <name>', 'the release of both programs', DEFAULT_RELEASE)
    .option('--seed <number>', 'the seed of the random traces', wholeNumber(0, 2 ** 32 - 1), 1)
    .option('--steps <number>', 'the number of actions of each random trace', wholeNumber(1, 100_000), 100)
    .option(
      '--time <seconds>',
      'stop starting random traces N seconds after the end of the corpus',
      wholeNumber(1, 1e7),
      60,
    )
    .option('--workers <number>', 'the number of traces to run at the same time', wholeNumber(1, 256), 2)
    .option('--no-corpus', 'skip the stored traces')
    .option('--out <folder>', 'the folder for the results (default: lockstep-results/coverage-<release>)')
    .option('--json', 'print the result as one JSON object on the last line')
    .addHelpText(
      'after',
      `
Lockstep builds the programs with counters and writes coverage.txt (for "go tool cover") and coverage.json. Code that
only queries, migrations or the genesis need is counted separately. The exit code is that of the campaign.

Examples:
  $ lockstep coverage --time 300                     what the corpus and five minutes of random traces reach
  $ lockstep coverage --release v6.4.1 --json`,
    )
    .action(async (options: CoverageOptions) => {
      process.exitCode = await coverage(options);
    });
}

async function coverage({ release, out, json, ...options }: CoverageOptions): Promise<number> {
  const signal = interruptSignal();
  const folder = out ?? join('lockstep-results', `coverage-${release}`);
  makeResults(folder);
  const build = showBuild();
  const programs = await loadRelease(release, { onProgress: build.update, signal, coverage: true }).finally(build.end);
  const counters = openCounters();
  const runtime = processRuntimeWith({ env: { GOCOVERDIR: counters.folder } });
  const rigs = lockstepRigs(programs, { ahead: options.workers, runtime });
  const model = worldModelOf(programs);
  const progress = showCampaign(options.time);
  try {
    const { verdict, traces, broken } = await runCampaign({
      stored: options.corpus ? storedTraces(model) : null,
      random: () => randomTraces({ ...options, model }),
      limits: { seconds: options.time },
      rigs,
      model,
      workers: options.workers,
      seed: options.seed,
      signal,
      onProgress: progress.update,
    });
    // Programs write their counters as they end.
    await rigs.stop();
    progress.end();
    const { blocks, functions } = await counters.read(readRelease(release));
    const found = coverageOf(functions, programs.consumer.features);
    const text = `${coverageText(found)}\n\nverdict         ${verdict}, ${traces} traces\nresults         ${relative('.', folder) || '.'}`;
    const report = { verdict, release, seed: options.seed, traces, ...found };
    write(folder, profileText(blocks), JSON.stringify(report));
    if (json) {
      console.error(text);
      console.log(JSON.stringify(report));
    } else console.log(text);
    if (broken !== undefined) tellError(broken, 'lockstep');
    return EXIT_CODES[verdict];
  } finally {
    progress.end();
    await rigs.stop();
    counters.remove();
  }
}

function write(folder: string, profile: string, report: string): void {
  const hint = 'Name a folder that can be written with --out.';
  writeText(join(folder, 'coverage.txt'), profile, hint);
  writeText(join(folder, 'coverage.json'), `${report}\n`, hint);
}
