import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One file imports from another; paths are relative to the repository. */
export interface Import {
  readonly from: string;
  /** The line with the path, counted from 1. */
  readonly line: number;
  readonly to: string;
}

/** The path in an import or export declaration, and in `import('…')`; types included. */
const IMPORT = /^(?:import|export)\b[^;'"`]*?\bfrom '(\.[^']+)'|^import '(\.[^']+)'|\bimport\(\s*'(\.[^']+)'/gmu;

/** The imports of a TypeScript file that name other files by a relative path. */
export function importsIn(file: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const path = match[1] ?? match[2] ?? match[3] ?? '';
    const line = text.slice(0, match.index + match[0].length).split('\n').length;
    return { from: file, line, to: normalize(join(dirname(file), path)) };
  });
}

/** The imports of all TypeScript files in these folders of the repository, from one of its files to another. */
export function readImports(root: string, folders: readonly string[]): Import[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name))
      .toSorted(),
  );
  const known = new Set(files);
  return files
    .flatMap((file) => importsIn(file, readFileSync(join(root, file), 'utf8')))
    .filter(({ to }) => known.has(to));
}

/** A text for each pair that closes a circle, with the shortest way around. `nameOf` names what must not form circles. */
export function circlesIn(imports: readonly Import[], nameOf: (file: string) => string): string[] {
  const edges = new Map<string, Map<string, Import>>();
  for (const found of imports) {
    const [from, to] = [nameOf(found.from), nameOf(found.to)];
    if (from === to) continue;
    const targets = edges.get(from) ?? new Map<string, Import>();
    if (!targets.has(to)) targets.set(to, found);
    edges.set(from, targets);
  }
  const seen = new Set<string>();
  const circles: string[] = [];
  for (const start of edges.keys()) {
    const circle = shortestCircle(start, edges);
    if (circle === undefined) continue;
    const members = circle.map(({ from }) => nameOf(from));
    const id = members.toSorted().join(' ');
    if (seen.has(id)) continue;
    seen.add(id);
    const steps = circle.map(({ from, line, to }) => `  ${from}:${line} imports ${to}`);
    circles.push([`${[...members, start].join(' → ')}:`, ...steps].join('\n'));
  }
  return circles;
}

function shortestCircle(start: string, edges: ReadonlyMap<string, ReadonlyMap<string, Import>>): Import[] | undefined {
  const ways = new Map<string, Import[]>([[start, []]]);
  const queue = [start];
  for (const name of queue) {
    const way = ways.get(name) ?? [];
    for (const [next, found] of edges.get(name) ?? []) {
      if (next === start) return [...way, found];
      if (ways.has(next)) continue;
      ways.set(next, [...way, found]);
      queue.push(next);
    }
  }
  return undefined;
}
