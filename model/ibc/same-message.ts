import { isList, type Value } from '../../specs/value.ts';

/**
 * Whether two decoded messages have the same bytes. Other than `sameValue`, a field that one side does not know
 * equals its default, as in protobuf: the two sides may be of different releases.
 */
export function sameMessage(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (isDefault(a) && isDefault(b)) return true;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, i) => sameMessage(item, b[i]));
  if (isFields(a) && isFields(b)) {
    return [...Object.keys(a), ...Object.keys(b)].every((field) => sameMessage(a[field], b[field]));
  }
  return false;
}

function isFields(value: Value | undefined): value is { readonly [field: string]: Value | undefined } {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isDefault(value: Value | undefined): boolean {
  return value === undefined || value === 0n || value === 0 || value === '' || value === false || isEmptyList(value);
}

function isEmptyList(value: Value): boolean {
  return isList(value) && value.length === 0;
}
