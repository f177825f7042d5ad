import { CommanderError } from 'commander';
import type { Verdict } from '../../specs/verdict.ts';
import { TraceError } from '../../traces/format/trace-error.ts';
import { SetupError } from '../setup-error.ts';

/** What the command ends with: 0 conforms, 1 diverges, 2 inconclusive, 3 wrong use or broken set-up. */
export const EXIT_CODES: Readonly<Record<Verdict | 'setup', number>> = {
  conforms: 0,
  diverges: 1,
  inconclusive: 2,
  setup: 3,
};

/** Prints what went wrong in a command and what to do about it, and says what to exit with. */
export function tellError(error: unknown, command: string): number {
  // The command has told of wrong use itself.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_CODES.setup;
  if (error instanceof SetupError || error instanceof TraceError) {
    console.error(`${command}: ${error.message}`);
    if (error.hint !== '') console.error(`  ${error.hint}`);
    return EXIT_CODES.setup;
  }
  if (error instanceof Error && error.name === 'AbortError') {
    console.error(`${command}: interrupted; nothing was written.`);
    return EXIT_CODES.inconclusive;
  }
  console.error(`${command}: an error in Lockstep itself; it says nothing about the release.`);
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT_CODES.inconclusive;
}
