import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Release } from '../releases/release.ts';
import { runCommand } from '../releases/run-command.ts';
import { SetupError } from '../setup-error.ts';
import { functionsOf, type CoveredFunction } from './functions.ts';
import { handsErrorOn } from './hands-error-on.ts';
import { readProfile, type ProfileBlock } from './profile.ts';

/** The folder in which programs that are built for it leave their counters as they end. */
export interface Counters {
  readonly folder: string;
  /** Merges what all programs of a release have left so far. Throws a `SetupError` when Go can't read it. */
  read(
    release: Pick<Release, 'module' | 'version'>,
  ): Promise<{ readonly blocks: readonly ProfileBlock[]; readonly functions: readonly CoveredFunction[] }>;
  remove(): void;
}

/** Makes an empty folder for counters. */
export function openCounters(): Counters {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-coverage-'));
  const data = join(folder, 'counters');
  mkdirSync(data);
  const covdata = async (...args: readonly string[]): Promise<string> => {
    const env = { ...process.env, GOTOOLCHAIN: 'local' };
    const result = await runCommand('go', ['tool', 'covdata', ...args, `-i=${data}`], { cwd: folder, env });
    if (result.status === 0) return result.output;
    throw new SetupError(
      `"go tool covdata" failed (it ended with ${result.status}):\n${result.lastLines.join('\n')}`,
      'A campaign that ran no trace leaves nothing to count; the Go on PATH has to be the one that built the programs.',
    );
  };
  return {
    folder: data,
    async read(release) {
      const profile = join(folder, 'profile');
      await covdata('textfmt', `-o=${profile}`);
      const blocks = readProfile(readFileSync(profile, 'utf8'));
      return { blocks, functions: functionsOf(blocks, await covdata('func'), handsOnIn(await sourcesOf(release))) };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A file of a release by the name that a profile gives it; no lines when it is not there. */
type Sources = (file: string) => readonly string[];

/** The sources from which Go has built a release: those in its cache of modules. */
async function sourcesOf({ module, version }: Pick<Release, 'module' | 'version'>): Promise<Sources> {
  const { output } = await runCommand('go', ['env', 'GOMODCACHE'], { cwd: tmpdir(), env: process.env });
  const folder = join(output.trim(), `${module}@${version}`);
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const path = join(folder, file.slice(module.length));
    const lines = known.get(file) ?? (existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []);
    known.set(file, lines);
    return lines;
  };
}

function handsOnIn(sources: Sources): (block: ProfileBlock) => boolean {
  return (block) => handsErrorOn(sources(block.file), block);
}
