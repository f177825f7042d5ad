import { isList, type Fields, type Value } from '../../specs/value.ts';
import { ObservationError } from './observation-error.ts';

/** A message that a program answered with. Throws an `ObservationError` that names the place if it is none. */
export function messageIn(value: Value | undefined, place: string): Fields {
  if (typeof value !== 'object' || value === null || isList(value))
    throw new ObservationError(place, 'is not a message');
  return value;
}

/** A repeated field, in the same way. */
export function listIn(value: Value | undefined, place: string): readonly Value[] {
  if (!isList(value)) throw new ObservationError(place, 'is not a list');
  return value;
}

/** A field of text, or of bytes in hex, in the same way. */
export function textIn(value: Value | undefined, place: string): string {
  if (typeof value !== 'string') throw new ObservationError(place, 'is not text');
  return value;
}

/** A field of a 32-bit or of a 64-bit integer, in the same way. */
export function integerIn(value: Value | undefined, place: string): bigint {
  if (typeof value !== 'bigint' && typeof value !== 'number') throw new ObservationError(place, 'is not an integer');
  return BigInt(value);
}
