/** One error in a trace. */
export interface TraceFault {
  /** A JSON pointer into the file (RFC 6901); empty for the whole file. */
  readonly place: string;
  /** What is wrong there, or the rule that it breaks. */
  readonly rule: string;
}

const MEND = 'Mend the file; specs/schemas/trace.schema.json is its schema.';

/** A trace cannot be used: it is not JSON, breaks its schema, or requires a feature that the release lacks. */
export class TraceError extends Error {
  /** The path of the file, or another source of the trace. */
  readonly source: string;
  readonly faults: readonly TraceFault[];
  /** What to do about it, a sentence. */
  readonly hint: string;

  constructor(source: string, faults: readonly TraceFault[], hint = MEND) {
    super(faults.map(({ place, rule }) => `${source}${place === '' ? '' : ` at ${place}`}: ${rule}`).join('\n'));
    this.name = 'TraceError';
    this.source = source;
    this.faults = faults;
    this.hint = hint;
  }
}
