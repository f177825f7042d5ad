import { createHash } from 'node:crypto';
import { access, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { SetupError } from '../setup-error.ts';
import type { OnBuildProgress } from './build-progress.ts';
import { cacheFolder } from './cache-folder.ts';
import { findGo, type GoTool } from './go-tool.ts';
import { readLock, type Lock } from './lock.ts';
import type { Release, Role } from './release.ts';
import { runCommand, type CommandResult } from './run-command.ts';
import { makeOnce } from './staging.ts';

/** How a release is built. */
export interface BuildOptions {
  readonly onProgress?: OnBuildProgress | undefined;
  /** Stops the build; nothing of it stays. */
  readonly signal?: AbortSignal | undefined;
  readonly env?: NodeJS.ProcessEnv;
  /** Builds programs that count which statements of the CCV modules they reach (`go build -cover`). */
  readonly coverage?: boolean;
}

/** The paths of the programs of a release. */
export type BuiltPrograms = Readonly<Record<Exclude<Role, 'sovereign'>, string>> & { readonly sovereign?: string };

/** Static, without paths and symbols: the same lock and Go give the same bytes on every machine. */
const BUILD_FLAGS = ['-trimpath', '-buildvcs=false', '-ldflags=-s -w'] as const;

/** The flags that make the programs count the statements of the CCV modules; without `cmd` nothing is ever counted. */
function coverageFlags(release: Release): readonly string[] {
  return ['-cover', '-covermode=atomic', `-coverpkg=${release.module}/x/ccv/...,${release.module}/cmd/...`];
}

function flagsOf(release: Release, { coverage = false }: BuildOptions): readonly string[] {
  return coverage ? [...BUILD_FLAGS, ...coverageFlags(release)] : BUILD_FLAGS;
}

/**
 * Builds the programs of a release from its lock with the installed Go, or finds them in the cache.
 * Throws a `SetupError` when there is no Go, when it is too old, when the build fails or the disk is full.
 */
export async function buildRelease(release: Release, options: BuildOptions = {}): Promise<BuiltPrograms> {
  const lock = readLock(release);
  const go = await findGo(lock.goVersion, options.env);
  const { parent, name } = placeOf(release, lock, go, options);
  const programs = programsIn(join(parent, name), release);
  if (!(await allThere(programs))) {
    await makeOnce(parent, name, (folder) => build(release, lock, go, folder, options));
  }
  return programs;
}

/** Whether `buildRelease` would find the programs in the cache. Throws a `SetupError` as it does. */
export async function isBuilt(release: Release, env?: NodeJS.ProcessEnv): Promise<boolean> {
  const lock = readLock(release);
  const { parent, name } = placeOf(release, lock, await findGo(lock.goVersion, env), { ...(env && { env }) });
  return allThere(programsIn(join(parent, name), release));
}

function placeOf(
  release: Release,
  lock: Lock,
  go: GoTool,
  options: BuildOptions,
): { readonly parent: string; readonly name: string } {
  const key = cacheKey(lock, go, [...flagsOf(release, options), ...(release.programs.sovereign ? ['sovereign'] : [])]);
  return { parent: join(cacheFolder(options.env), 'releases'), name: `${release.name}-${key}` };
}

function cacheKey(lock: Lock, go: GoTool, flags: readonly string[]): string {
  const inputs = [lock.hash, go.version, go.platform, ...flags];
  return createHash('sha256').update(inputs.join('\0')).digest('hex').slice(0, 16);
}

function programsIn(folder: string, release: Release): BuiltPrograms {
  const place = ({ package: path }: Release['programs']['provider']): string => join(folder, basename(path));
  const { provider, consumer, sovereign } = release.programs;
  return {
    provider: place(provider),
    consumer: place(consumer),
    ...(sovereign !== undefined && { sovereign: place(sovereign) }),
  };
}

async function allThere(programs: BuiltPrograms): Promise<boolean> {
  const checks = Object.values(programs).map((path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(checks)).every(Boolean);
}

async function build(release: Release, lock: Lock, go: GoTool, folder: string, options: BuildOptions): Promise<void> {
  await writeFile(join(folder, 'go.mod'), lock.goMod);
  await writeFile(join(folder, 'go.sum'), lock.goSum);
  const flags = flagsOf(release, options);
  const packages = Object.values(release.programs).map((program) => `${release.module}/${program.package}`);
  const run = async (args: readonly string[], onLine: (line: string) => void): Promise<CommandResult> => {
    const result = await runCommand(go.command, args, { cwd: folder, env: go.env, signal: options.signal, onLine });
    if (result.status !== 0) throw buildFailed(release, result);
    return result;
  };

  let downloaded = 0;
  const format = ['-f', '{{if .Stale}}{{.ImportPath}}{{end}}'];
  const stale = await run(['list', '-deps', ...flags, ...format, ...packages], (line) => {
    const module = /^go: downloading (.+)$/.exec(line)?.[1];
    if (module === undefined) return;
    options.onProgress?.({ phase: 'download', release: release.name, done: ++downloaded, module });
  });

  const total = stale.output.split('\n').filter((line) => line !== '').length;
  let compiled = 0;
  const report = (): void => options.onProgress?.({ phase: 'compile', release: release.name, done: compiled, total });
  report();
  await run(['build', '-v', ...flags, '-o', `${folder}/`, ...packages], (line) => {
    // With -v each package that gets compiled is a line; anything else has spaces.
    if (!/^\S+$/.test(line)) return;
    compiled = Math.min(compiled + 1, total);
    report();
  });
  // The last lines are the links, which -v does not show.
  compiled = total;
  report();
}

function buildFailed(release: Release, { status, lastLines }: CommandResult): SetupError {
  const tail = lastLines.join('\n');
  if (/no space left on device|disk quota exceeded/i.test(tail)) {
    return new SetupError(
      `The disk is full: release ${release.name} was not built`,
      'Free some gigabytes and try again.',
    );
  }
  const network = /dial tcp|no such host|connection refused|i\/o timeout|TLS handshake|502 Bad Gateway/i.test(tail);
  const hint = network
    ? 'The modules could not be downloaded: check the network and GOPROXY, then try again.'
    : 'See the lines above; a Go version other than the tested ones may be the cause.';
  return new SetupError(`Building release ${release.name} failed (go ended with ${status}):\n${tail}`, hint);
}
