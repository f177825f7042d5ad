/** Rows as text, a line each, their fields in columns. */
export function columnsOf<Field extends string>(
  rows: readonly Readonly<Record<Field, string>>[],
  fields: readonly Field[],
): string {
  const widths = fields.map((field) => Math.max(...rows.map((row) => row[field].length)));
  const lines = rows.map((row) => fields.map((field, i) => row[field].padEnd(widths[i] ?? 0)).join('  '));
  return lines.map((line) => line.trimEnd()).join('\n');
}
