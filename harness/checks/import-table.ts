import type { Import } from './imports.ts';

/** Which folders each folder may import, as a table in the documentation says. */
export type ImportTable = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Reads the table `| folder | what lives there | may import |` under a heading of a Markdown page. Throws an `Error` when
 * it is not there.
 */
export function readImportTable(page: string, heading: string): ImportTable {
  const start = page.indexOf(`\n## ${heading}\n`);
  if (start < 0) throw new Error(`the page has no heading "${heading}"`);
  const [section = ''] = page.slice(start + 1).split(/\n(?=## )/u);
  const rows = [...section.matchAll(/^\| *`([^`]+)` *\|[^|]*\| *([^|]+?) *\|$/gmu)];
  if (rows.length === 0) throw new Error(`there is no table under "${heading}"`);
  const table = new Map<string, ReadonlySet<string>>();
  for (const [, folder = '', text = ''] of rows) table.set(folder, new Set(foldersIn(text, [...table.keys()])));
  return table;
}

function foldersIn(text: string, above: readonly string[]): readonly string[] {
  if (text === 'nothing') return [];
  return text === 'all the above' ? above : text.split(', ');
}

/** Where the table and the imports disagree; `folderOf` says to which row a file belongs, if to any. */
export function compareImports(
  imports: readonly Import[],
  table: ImportTable,
  folderOf: (file: string) => string | undefined,
): string[] {
  const problems: string[] = [];
  const used = new Map<string, Set<string>>();
  for (const { from, line, to } of imports) {
    const [importer, imported] = [folderOf(from), folderOf(to)];
    if (importer === undefined || imported === undefined || importer === imported) continue;
    if (table.get(importer)?.has(imported) !== true) {
      problems.push(`${from}:${line}: ${importer} may not import ${imported} (${to})`);
    }
    used.set(importer, (used.get(importer) ?? new Set()).add(imported));
  }
  for (const [folder, allowed] of table) {
    for (const other of allowed) {
      if (used.get(folder)?.has(other) !== true) problems.push(`${folder} may import ${other} and does not`);
    }
  }
  return problems;
}
