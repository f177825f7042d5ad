const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/gu;

/** A field of a JSON object: its name, and its value as text. */
export type JsonField = readonly [name: string, value: string];

/**
 * The fields of a JSON object in their order, including duplicates, of which `JSON.parse` keeps only the last.
 * Returns `undefined` if the text is no object. Throws a `SyntaxError` if it is no JSON.
 */
export function jsonFields(text: string): readonly JsonField[] | undefined {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields: JsonField[] = [];
  let depth = 0;
  let name: string | undefined;
  let parts: string[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    if ((token === ',' && depth === 1) || (token === '}' && depth === 1)) {
      if (name !== undefined) fields.push([name, parts.join('')]);
      name = undefined;
      parts = [];
    } else if (token === ':' && depth === 1) {
      name = String(JSON.parse(parts.join('')));
      parts = [];
    } else if (depth > 0) parts.push(token);
    if (token === '{' || token === '[') depth++;
    if (token === '}' || token === ']') depth--;
  }
  return fields;
}
