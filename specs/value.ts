/** A hexadecimal string in lower case, two digits a byte. */
export type Hex = string;

/** The UTF-8 bytes of a text. */
export function textHex(text: string): Hex {
  return Buffer.from(text, 'utf8').toString('hex');
}

/** Nanoseconds: since 1970-01-01T00:00:00Z for a time, a plain number for a duration. */
export type Nanos = bigint;

/** A second. */
export const SECOND: Nanos = 1_000_000_000n;

/** Go's zero `time.Time`, 0001-01-01T00:00:00Z: no time is set. */
export const NO_TIME: Nanos = -62_135_596_800n * SECOND;

/** A decimal of the SDK (`LegacyDec`), as an integer scaled by 10^18. */
export type Dec = bigint;

/** The decimal 1 of the SDK. */
export const ONE: Dec = 10n ** 18n;

/**
 * Data of a chain, decoded. The names of fields are those of the protobuf messages.
 *
 * - 64-bit integers, `math.Int` and `LegacyDec` (scaled by 10^18) are `bigint`; 32-bit integers are `number`
 * - bytes are lower-case hex; enums are the names of their values
 * - `Timestamp` and `Duration` are `bigint` nanoseconds
 * - an `Any` is its message with one more field, `@type`, the type URL
 * - an unset message field is `null`; an unset `oneof` member is absent; all other fields are present
 */
export type Value = string | bigint | number | boolean | null | readonly Value[] | Fields;

/** The fields of a message. */
export type Fields = { readonly [field: string]: Value | undefined };

/** Whether two values are the same to the last unit. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isList(a) || isList(b)) {
    if (!isList(a) || !isList(b) || a.length !== b.length) return false;
    return a.every((item, i) => sameValue(item, b[i]));
  }
  for (const field in a) if (!sameValue(a[field], b[field])) return false;
  for (const field in b) if (b[field] !== undefined && a[field] === undefined) return false;
  return true;
}

/** `Array.isArray` for readonly lists. */
export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}
