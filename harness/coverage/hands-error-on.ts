import type { ProfileBlock } from './profile.ts';

const RANGE = /^(\d+)\.(\d+),(\d+)\.(\d+)$/;
/** The condition in front of the block. */
const FAILED = /\berr != nil\s*$/;
const LAST = /^\s*(?:return\b|panic\()/m;
const LOG = /^[\w.]+\.Logger\(/;

/**
 * Whether a block does nothing but hand on an error that something below it gave: `if err != nil { return err }`, with a
 * word in the log at most, or a panic. The lines are those of its file.
 */
export function handsErrorOn(lines: readonly string[], { range, statements }: ProfileBlock): boolean {
  const [, startLine, startColumn, endLine, endColumn] = RANGE.exec(range)?.map(Number) ?? [];
  if (startLine === undefined || startColumn === undefined || endLine === undefined || endColumn === undefined) {
    throw new Error(`'${range}' is no place in a file`);
  }
  // Columns count bytes; what stands before a block is code without any other letters.
  const before = (lines[startLine - 1] ?? '').slice(0, startColumn - 1);
  if (!FAILED.test(before) || statements > 2) return false;
  const inside = lines.slice(startLine - 1, endLine).map((line, i, all) => {
    const end = i === all.length - 1 ? line.slice(0, endColumn - 2) : line;
    return (i === 0 ? end.slice(startColumn) : end).replace(/\/\/.*$/u, '').trim();
  });
  const code = inside.filter((line) => line !== '');
  const [first = ''] = code;
  return statements === 1 ? LAST.test(first) : LOG.test(first) && code.some((line, i) => i > 0 && LAST.test(line));
}
