import { InconclusiveError } from '../inconclusive-error.ts';
import type { RawBlock } from './raw-block.ts';

/** How much of a log an error keeps. */
const TAIL = 8_000;

/** What the operating system refused to a program: the machine is at its end, not the program. */
const MACHINE =
  /no space left on device|disk quota exceeded|too many open files|cannot allocate memory|out of memory/iu;

/** The error of a request as the ABCI server logs it; what it says of reading and writing is no error of the program. */
const REFUSED =
  /Connection error err="(?!error (?:reading|writing|flushing)\b)((?:[^"\\\n]|\\.)*)" module=abci-server/u;

/** What the runtime adds to the log of a program whose disk is full. */
const FULL_DISK = /: no space left on device$/u;

/** A program ended or broke off: what it left behind for whoever has to find out why. */
export class ProgramDied extends InconclusiveError {
  override readonly name: string = 'ProgramDied';
  /** The last lines of its log. */
  readonly log: string;
  /** What it said when it stopped itself; `undefined` when it was killed, hung, ran out of disk, or nobody knows. */
  readonly panic: string | undefined;
  /** The block that it did not answer, as it got it. */
  block: RawBlock | undefined;

  constructor(message: string, log: string, panic?: string) {
    super(message);
    this.log = log.slice(-TAIL);
    const lastLine = log.trimEnd().split('\n').at(-1) ?? '';
    this.panic = panic === undefined || MACHINE.test(panic) || FULL_DISK.test(lastLine) ? undefined : panic;
  }

  override get details(): string {
    return this.log;
  }
}

/** A program still runs and owes an answer for too long. */
export class ProgramTimeout extends ProgramDied {
  override readonly name = 'ProgramTimeout';

  /** `limit` in milliseconds. */
  constructor(what: string, limit: number, log: string) {
    super(`${what} in ${limit / 1000} s`, log);
  }
}

/**
 * Why a Go program panicked or refused to go on, in its own words, from its whole log: the ABCI server catches panics and
 * logs them with their stack on one line; others end the process. It also logs the error with which it breaks a
 * connection off, whose answer may be lost then. Nothing of it depends on the time or on addresses.
 */
export function panicIn(log: string): string | undefined {
  const caught = /recovered from panic: (.*?)(?:\\n|\n|$)/u.exec(log)?.[1];
  const fatal = /^panic: (.*)$/mu.exec(log)?.[1];
  const refused = REFUSED.exec(log)?.[1];
  const text = (caught ?? refused)?.replaceAll('\\"', '"') ?? fatal;
  return text?.replace(/ \[recovered\]$/u, '').trim();
}
