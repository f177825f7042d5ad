/** One thing that is wrong with a trace. */
export interface TraceFault {
  /** A JSON pointer into the file (RFC 6901), empty for the whole of it. */
  readonly place: string;
  /** What must hold there, in words. */
  readonly rule: string;
}

const MEND = 'Mend the file; specs/schemas/trace.schema.json is its schema.';

/** A trace that cannot be used: it is no JSON, breaks its schema, or needs what a release has not. */
export class TraceError extends Error {
  /** The file, or what else the trace came from. */
  readonly source: string;
  readonly faults: readonly TraceFault[];
  /** What to do about it, as a sentence. */
  readonly hint: string;

  constructor(source: string, faults: readonly TraceFault[], hint = MEND) {
    super(faults.map(({ place, rule }) => `${source}${place === '' ? '' : ` at ${place}`}: ${rule}`).join('\n'));
    this.name = 'TraceError';
    this.source = source;
    this.faults = faults;
    this.hint = hint;
  }
}
