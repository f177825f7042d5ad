/** A run of statements that are executed together, as Go's coverage profile names it. */
export interface ProfileBlock {
  /** The import path of the package and the name of the file. */
  readonly file: string;
  readonly startLine: number;
  /** All of its place, as the profile writes it: `startLine.startColumn,endLine.endColumn`. */
  readonly range: string;
  readonly statements: number;
  readonly count: bigint;
}

const MODE = 'mode: atomic';
const LINE = /^(.+):((\d+)\.\d+,\d+\.\d+) (\d+) (\d+)$/;

/**
 * Reads a coverage profile in Go's own text form. A block that several programs contain is one block, and its counts
 * add up. Throws an `Error` with the line that is none.
 */
export function readProfile(text: string): readonly ProfileBlock[] {
  const [mode, ...lines] = text.trimEnd().split('\n');
  if (mode !== MODE) throw new Error(`a coverage profile begins with "${MODE}", not with "${mode ?? ''}"`);
  const blocks = new Map<string, ProfileBlock>();
  for (const [index, line] of lines.entries()) {
    const [, file, range, startLine, statements, count] = LINE.exec(line) ?? [];
    if (file === undefined || range === undefined || count === undefined) {
      throw new Error(`line ${index + 2} of a coverage profile is no block: ${line}`);
    }
    const key = `${file}:${range}`;
    const before = blocks.get(key)?.count ?? 0n;
    const block = { file, range, startLine: Number(startLine), statements: Number(statements) };
    blocks.set(key, { ...block, count: before + BigInt(count) });
  }
  return [...blocks.values()];
}

/** Writes a profile that `go tool cover` reads. */
export function profileText(blocks: readonly ProfileBlock[]): string {
  const lines = blocks.map(({ file, range, statements, count }) => `${file}:${range} ${statements} ${count}`);
  return [MODE, ...lines, ''].join('\n');
}
