import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../releases/run-command.ts';
import { SetupError } from '../setup-error.ts';
import { functionsOf, type CoveredFunction } from './functions.ts';
import { readProfile, type ProfileBlock } from './profile.ts';

/** The folder in which programs that are built for it leave their counters as they end. */
export interface Counters {
  readonly folder: string;
  /** Merges what all programs have left so far. Throws a `SetupError` when Go can't read it. */
  read(): Promise<{ readonly blocks: readonly ProfileBlock[]; readonly functions: readonly CoveredFunction[] }>;
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
    async read() {
      const profile = join(folder, 'profile');
      await covdata('textfmt', `-o=${profile}`);
      const blocks = readProfile(readFileSync(profile, 'utf8'));
      return { blocks, functions: functionsOf(blocks, await covdata('func')) };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
