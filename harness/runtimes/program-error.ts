/** A program ended, or its answer never came: what it left behind for whoever has to find out why. */
export class ProgramDied extends Error {
  override readonly name = 'ProgramDied';
  /** The last lines of its log. */
  readonly log: string;
  /** What it said when it stopped itself; `undefined` when it was killed, hung, or nobody knows. */
  readonly panic: string | undefined;

  constructor(message: string, log: string, panic?: string) {
    super(message);
    this.log = log;
    this.panic = panic;
  }
}

/** The panic in the log of a Go program, if there is one. */
export function panicIn(log: string): string | undefined {
  return /^.*\b(?:panic(?:ked)?\b[^\n]*|CONSENSUS FAILURE[^\n]*)/imu.exec(log)?.[0].trim();
}
