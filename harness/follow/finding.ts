import type { Verdict } from '../../specs/verdict.ts';
import { TraceError } from '../../traces/format/trace-error.ts';
import type { Difference } from '../compare/difference.ts';
import { compareRefusal } from '../compare/compare-refusal.ts';
import { RefusedOtherwise } from '../facts/refused-otherwise.ts';
import type { UnknownWrite } from '../observe/mirror.ts';
import { ProgramDied } from '../facts/program-error.ts';
import { InconclusiveError } from '../inconclusive-error.ts';
import { SetupError } from '../setup-error.ts';
import type { Context, Finding, Place, What } from './outcome.ts';
import type { Broken } from './watch.ts';

/** Ends a run: something was found, or nobody can tell. */
export class Found extends Error {
  override readonly name = 'Found';
  readonly what: What;

  constructor(what: What) {
    super(`${what.kind} on ${what.place.chain} at height ${what.place.height}`);
    this.what = what;
  }
}

/** What a finding means for the trace. */
export function verdictOf({ kind }: Pick<Finding, 'kind'>): Verdict {
  return kind === 'inconclusive' ? 'inconclusive' : 'diverges';
}

/** Model and chain disagree. */
export function foundDifferences(differences: readonly Difference[], place: Place): Found {
  return new Found({ kind: 'difference', place, differences });
}

/** The chain wrote where nobody looks. */
export function foundUnknown(writes: readonly UnknownWrite[], place: Place): Found {
  return new Found({ kind: 'unknown-write', place, writes });
}

/** A property does not hold. */
export function foundBroken({ property, violation }: Broken, place: Place): Found {
  const { chain, height, because, deviation } = violation;
  return new Found({ kind: 'property', place: { ...place, chain, height }, property, because, deviation });
}

/**
 * What an error on the way of a run means. One that the user has to mend is passed on; an error of the harness itself
 * says nothing of the release, and costs no more than its trace.
 */
export function findingOf(error: unknown, place: Place, context: Context): Finding {
  return { ...whatOf(error, place), ...context };
}

function whatOf(error: unknown, place: Place): What {
  if (error instanceof Found) return error.what;
  if (error instanceof RefusedOtherwise) return { kind: 'difference', place, differences: [compareRefusal(error)] };
  if (error instanceof ProgramDied && error.panic !== undefined) {
    // The model accepted the block, or it would have been predicted: a program that stops itself here is a discrepancy.
    return { kind: 'halt', place, reason: error.panic, log: error.log };
  }
  if (error instanceof InconclusiveError) {
    return { kind: 'inconclusive', place, reason: error.reason, log: error.details };
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return { kind: 'inconclusive', place, reason: 'The run was interrupted.', log: '' };
  }
  if (error instanceof SetupError || error instanceof TraceError) throw error;
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'inconclusive', place, reason: `An error of the harness itself: ${what}`, log: '' };
}
