import { buildRelease, type BuildOptions } from './build-release.ts';
import { openProgram } from './open-program.ts';
import type { Program } from './program.ts';
import { readRelease } from './release.ts';

/** A release whose programs can be started. */
export interface LoadedRelease {
  readonly name: string;
  readonly provider: Program;
  readonly consumer: Program;
  /** That of a chain which lives on its own, where the release has one. */
  readonly sovereign?: Program;
}

/**
 * Builds a release by name, or takes it from the cache, and opens its programs.
 * Throws a `SetupError` that says what the user has to do.
 */
export async function loadRelease(name: string, options: BuildOptions = {}): Promise<LoadedRelease> {
  const release = readRelease(name);
  const paths = await buildRelease(release, options);
  const [provider, consumer, sovereign] = await Promise.all([
    openProgram(paths.provider, 'provider', release),
    openProgram(paths.consumer, 'consumer', release),
    paths.sovereign === undefined ? undefined : openProgram(paths.sovereign, 'sovereign', release),
  ]);
  return { name, provider, consumer, ...(sovereign && { sovereign }) };
}
