import type { Verdict } from '../../specs/verdict.ts';
import { TraceError } from '../../traces/trace-error.ts';
import { CodecError } from '../codec/codec-error.ts';
import { describe } from '../compare/describe.ts';
import type { Difference } from '../compare/difference.ts';
import { Differs } from '../compare/differs.ts';
import type { NameBook } from '../compare/name-book.ts';
import { BeyondModel } from '../decode/beyond-model.ts';
import { RpcError } from '../engines/cometbft/rpc-error.ts';
import type { UnknownWrite } from '../observe/mirror.ts';
import { ObservationError } from '../observe/observation-error.ts';
import { ProgramDied } from '../runtimes/program-error.ts';
import { SetupError } from '../setup-error.ts';
import type { Finding, Place } from './outcome.ts';
import { touchedByDifference } from './touched-by.ts';
import type { Broken } from './watch.ts';

/** Ends a run: something was found, or nobody can tell. */
export class Found extends Error {
  override readonly name = 'Found';
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.text);
    this.finding = finding;
  }
}

/** What a finding means for the trace. */
export function verdictOf(finding: Finding): Verdict {
  return finding.kind === 'inconclusive' ? 'inconclusive' : 'diverges';
}

/** Model and chain disagree. */
export function foundDifferences(differences: readonly Difference[], place: Place, names: NameBook): Found {
  const text = differences
    .map((difference) => `${describe(difference, names)}\n${touchedText(touchedByDifference(difference, place))}`)
    .join('\n');
  return new Found({ kind: 'difference', place, differences, text });
}

function touchedText(properties: readonly string[]): string {
  return `  touches ${properties.length === 0 ? 'no named property' : properties.join(', ')}`;
}

/** The chain wrote where nobody looks. */
export function foundUnknown(writes: readonly UnknownWrite[], place: Place): Found {
  const lines = writes.map(({ store, key, value }) => `${store} ${key} = ${value ?? '(deleted)'}`);
  const text = ['The program wrote entries that no table and no ignored prefix names:', ...lines].join('\n');
  return new Found({ kind: 'unknown-write', place, writes, text });
}

/** A property does not hold. */
export function foundBroken({ property, violation }: Broken, place: Place): Found {
  const at = { ...place, chain: violation.chain, height: violation.height };
  return new Found({ kind: 'property', place: at, property, text: `${property} is broken: ${violation.because}` });
}

/**
 * What an error on the way of a run means. One that the user has to mend is passed on; an error of the harness itself
 * says nothing of the release, and costs no more than its trace.
 */
export function findingOf(error: unknown, place: Place, names: NameBook): Finding {
  if (error instanceof Found) return error.finding;
  if (error instanceof Differs) return foundDifferences(error.differences, place, names).finding;
  if (error instanceof RpcError) return { kind: 'inconclusive', place, text: error.message, log: '' };
  if (error instanceof ProgramDied && error.panic !== undefined) {
    // The model accepted the block, or it would have been predicted: a program that stops itself here is a discrepancy.
    return {
      kind: 'halt',
      place,
      text: `The program of ${place.chain} stopped itself: ${error.panic}`,
      log: error.log,
    };
  }
  if (error instanceof ProgramDied) return { kind: 'inconclusive', place, text: error.message, log: error.log };
  if (error instanceof ObservationError) return { kind: 'inconclusive', place, text: error.message, log: '' };
  // What cannot be decoded came from a program; what cannot be encoded is ours.
  if (error instanceof CodecError && error.bytes !== '') {
    return { kind: 'inconclusive', place, text: error.message, log: `${error.type}: ${error.bytes}` };
  }
  if (error instanceof BeyondModel) {
    return { kind: 'inconclusive', place, text: `The model cannot follow ${error.message}.`, log: error.bytes };
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return { kind: 'inconclusive', place, text: 'The run was interrupted.', log: '' };
  }
  if (error instanceof SetupError || error instanceof TraceError) throw error;
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'inconclusive', place, text: `An error of the harness itself: ${what}`, log: '' };
}
