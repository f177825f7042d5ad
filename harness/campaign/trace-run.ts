import type { Trace } from '../../specs/generated/trace.ts';
import type { Outcome } from '../follow/outcome.ts';

/** A trace under the name that its results have. */
export interface NamedTrace {
  readonly name: string;
  readonly trace: Trace;
}

/** One trace of a campaign and what became of it. */
export interface TraceRun extends NamedTrace {
  readonly outcome: Outcome;
}
