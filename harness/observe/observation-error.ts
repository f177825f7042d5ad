import type { Hex } from '../../specs/value.ts';
import { InconclusiveError } from '../inconclusive-error.ts';

/**
 * What a chain says could not be read. The harness cannot tell whether the chain is right then:
 * the trace is inconclusive (design, rule 7).
 */
export class ObservationError extends InconclusiveError {
  override readonly name = 'ObservationError';
  /** Where it was read: the name of a table, or a path in the response. */
  readonly place: string;
  /** The bytes: key and value of a store entry, or none when a response lacks a field. */
  readonly bytes: { readonly key: Hex; readonly value: Hex } | undefined;

  constructor(place: string, problem: string, bytes?: { readonly key: Hex; readonly value: Hex }, cause?: unknown) {
    super(`${place}: ${problem}${bytes === undefined ? '' : ` (key ${bytes.key}, value ${shorten(bytes.value)})`}`, {
      cause,
    });
    this.place = place;
    this.bytes = bytes;
  }
}

function shorten(bytes: Hex): string {
  return bytes.length <= 256 ? bytes : `${bytes.slice(0, 256)}… ${bytes.length / 2} bytes in all`;
}
