/** A part of a genesis file. */
export type Json = Readonly<Record<string, unknown>>;

/** The fields of a part; none when it is no object. */
export function fieldsIn(part: unknown): Json {
  return typeof part === 'object' && part !== null && !Array.isArray(part) ? (part as Json) : {};
}

/** The items of a part; none when it is no list. */
export function itemsIn(part: unknown): readonly unknown[] {
  return Array.isArray(part) ? part : [];
}

/** A part that is text or a number, as text; empty when it is neither. */
export function textIn(part: unknown): string {
  return typeof part === 'string' || typeof part === 'number' ? String(part) : '';
}
