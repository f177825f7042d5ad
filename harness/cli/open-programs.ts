import type { Command } from 'commander';
import { basename } from 'node:path';
import type { Programs } from '../releases/programs.ts';
import { loadRelease } from '../releases/load-release.ts';
import { openProgram } from '../releases/open-program.ts';
import type { Program } from '../releases/program.ts';
import { misfitOf } from '../releases/release-fit.ts';
import { readRelease } from '../releases/release.ts';
import { SetupError } from '../setup-error.ts';
import { showBuild } from './build-progress.ts';
import { DEFAULT_RELEASE } from './releases.ts';
import { checkRuntimeOptions, runtimeArguments, type RuntimeOptions } from './runtime-options.ts';
import { shellWord } from './shell-word.ts';

/** The options that say which programs are tested. */
export interface ProgramOptions {
  readonly release: string;
  readonly provider?: string;
  readonly consumer?: string;
  readonly providerBin?: string;
  readonly consumerBin?: string;
  readonly force?: true;
}

/** The names of the releases whose features the programs have. */
export interface ReleaseNames {
  readonly provider: string;
  readonly consumer: string;
}

/** Adds `--release`, `--provider`, `--consumer`, `--provider-bin`, `--consumer-bin` and `--force`. */
export function addProgramOptions(command: Command): Command {
  return command
    .option('--release <name>', 'the release of both programs', DEFAULT_RELEASE)
    .option('--provider <name>', 'the release of the provider (default: --release)')
    .option('--consumer <name>', 'the release of the consumers (default: --release)')
    .option('--provider-bin <path>', 'test this provider program; --provider or --release says which features it has')
    .option('--consumer-bin <path>', 'test this consumer program; --consumer or --release says which features it has')
    .option('--force', 'run a program even if its version, messages or modules are not those of the release');
}

/** Which release each program has. */
export function releaseNamesOf({ release, provider, consumer }: ProgramOptions): ReleaseNames {
  return { provider: provider ?? release, consumer: consumer ?? release };
}

/** Both releases in a few words. */
export function releasesText({ provider, consumer }: ReleaseNames): string {
  return provider === consumer ? provider : `${provider} with consumers of ${consumer}`;
}

/** Builds or opens the programs, with progress. Throws a `SetupError` that says what to do. */
export async function openPrograms(options: ProgramOptions & RuntimeOptions, signal: AbortSignal): Promise<Programs> {
  checkRuntimeOptions(options);
  const names = releaseNamesOf(options);
  const progress = showBuild();
  const open = async (role: 'provider' | 'consumer'): Promise<Program> => {
    const image = role === 'provider' ? options.providerImage : options.consumerImage;
    if (image !== undefined) return checkFit(await openInImage(image, names[role], role), image, options);
    const bin = role === 'provider' ? options.providerBin : options.consumerBin;
    if (bin !== undefined) return checkFit(await openProgram(bin, role, readRelease(names[role])), bin, options);
    return (await loadRelease(names[role], { onProgress: progress.update, signal }))[role];
  };
  try {
    // One after the other, so that a release is built once.
    const provider = await open('provider');
    const consumer = await open('consumer');
    if (readRelease(names.consumer).programs.sovereign === undefined) return { provider, consumer };
    const { sovereign } = await loadRelease(names.consumer, { onProgress: progress.update, signal });
    return { provider, consumer, ...(sovereign && { sovereign }) };
  } finally {
    progress.end();
  }
}

/** Refuses a program that is not of the release named for it, or notes that with `--force`. Throws a `SetupError`. */
function checkFit(program: Program, named: string, { force }: ProgramOptions): Program {
  const misfit = misfitOf(program, readRelease(program.release));
  if (misfit === undefined) return program;
  if (force === true) return { ...program, misfit };
  const option = program.role === 'provider' ? '--provider' : '--consumer';
  throw new SetupError(
    `${named} is not a ${program.role} of ${program.release}: ${misfit}`,
    `Name its release with ${option} (lockstep releases lists them), or run it all the same with --force.`,
  );
}

/** The program of an image, taken out of it to learn what it can do. */
async function openInImage(reference: string, releaseName: string, role: 'provider' | 'consumer'): Promise<Program> {
  const { openImage } = await import('../runtimes/container/user-image.ts');
  const release = readRelease(releaseName);
  const { path, image } = await openImage(reference, basename(release.programs[role].package));
  return { ...(await openProgram(path, role, release)), image };
}

/** The options for programs and runtime as they stand in a command line that repeats a run. */
export function programArguments(options: ProgramOptions & RuntimeOptions): string[] {
  const { provider, consumer } = releaseNamesOf(options);
  return [
    ...(provider === consumer ? ['--release', provider] : ['--provider', provider, '--consumer', consumer]),
    ...(options.providerBin === undefined ? [] : ['--provider-bin', options.providerBin]),
    ...(options.consumerBin === undefined ? [] : ['--consumer-bin', options.consumerBin]),
    ...(options.force === true ? ['--force'] : []),
    ...runtimeArguments(options),
  ];
}

/** A command with its arguments as somebody types it into a shell. */
export function commandLine(command: string, args: readonly string[]): string {
  return ['npm run -s lockstep --', command, ...args.map(shellWord)].join(' ');
}

/** The command that runs one trace again on the same programs. */
export function replayLine(path: string, options: ProgramOptions & RuntimeOptions): string {
  return commandLine('replay', [path, ...programArguments(options)]);
}
