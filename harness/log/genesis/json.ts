/** A part of a genesis file. */
export type Json = Readonly<Record<string, unknown>>;

/** The fields of a part; none where it is left out. Throws when it is something else than an object. */
export function fieldsIn(part: unknown): Json {
  if (part === undefined || part === null) return {};
  if (typeof part !== 'object' || Array.isArray(part)) throw new Error(`${shown(part)} stands where an object belongs`);
  return part as Json;
}

/** The items of a part; none where it is left out. Throws when it is something else than a list. */
export function itemsIn(part: unknown): readonly unknown[] {
  if (part === undefined || part === null) return [];
  if (!Array.isArray(part)) throw new Error(`${shown(part)} stands where a list belongs`);
  return part;
}

/** A part that is text or a number, as text; empty where it is left out. Throws when it is something else. */
export function textIn(part: unknown): string {
  if (part === undefined || part === null) return '';
  if (typeof part !== 'string' && typeof part !== 'number') throw new Error(`${shown(part)} stands where text belongs`);
  return String(part);
}

const MOST_SHOWN = 100;

function shown(part: unknown): string {
  return (JSON.stringify(part) ?? String(part)).slice(0, MOST_SHOWN);
}
