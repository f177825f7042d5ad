import type { Hex } from '../../specs/value.ts';
import { InconclusiveError } from '../inconclusive-error.ts';

/** Bytes that are not the message they should be, or a value that does not fit its message. */
export class CodecError extends InconclusiveError {
  override readonly name = 'CodecError';
  /** The full name of the message. */
  readonly type: string;
  /** The bytes that could not be decoded; empty when encoding failed. */
  readonly bytes: Hex;

  constructor(type: string, problem: string, bytes: Hex = '') {
    super(bytes === '' ? `${type}: ${problem}` : `${type}: ${problem} (bytes ${shorten(bytes)})`);
    this.type = type;
    this.bytes = bytes;
  }

  /** What cannot be decoded came from a program; what cannot be encoded came from the harness. */
  override get reason(): string {
    return this.bytes === '' ? `An error of the harness itself: ${this.stack ?? this.message}` : this.message;
  }

  override get details(): string {
    return this.bytes === '' ? '' : `${this.type}: ${this.bytes}`;
  }
}

function shorten(bytes: Hex): string {
  return bytes.length <= 128 ? bytes : `${bytes.slice(0, 128)}… ${bytes.length / 2} in all`;
}

/** A problem inside a message, with the way to the field from the outside in. */
class FieldError extends Error {
  readonly path: readonly string[];
  readonly problem: string;

  constructor(path: readonly string[], problem: string) {
    super(`${path.join('.')}: ${problem}`);
    this.path = path;
    this.problem = problem;
  }
}

/** The same problem seen from the message outside, in whose field `name` it happened. */
export function within(name: string, error: unknown): Error {
  if (error instanceof FieldError) return new FieldError([name, ...error.path], error.problem);
  return new FieldError([name], error instanceof Error ? error.message : String(error));
}
