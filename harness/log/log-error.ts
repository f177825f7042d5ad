import { SetupError } from '../setup-error.ts';

const MEND = 'A block log is JSON lines; specs/schemas/log.schema.json is the schema of each.';

/** A block log that cannot be used, with the line at fault. */
export class LogError extends SetupError {
  override readonly name = 'LogError';

  /** `line` counts from 1; 0 stands for the whole file. `place` is a JSON pointer into the line (RFC 6901). */
  constructor(source: string, line: number, place: string, rule: string, hint = MEND) {
    const at = `${source}${line === 0 ? '' : ` line ${line}`}${place === '' ? '' : ` at ${place}`}`;
    super(`${at}: ${rule}`, hint);
  }
}
