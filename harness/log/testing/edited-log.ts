import { readFileSync, writeFileSync } from 'node:fs';
import type { LogBlock, LogEntry } from '../../../specs/generated/log.ts';

/** The entries of a block log that is not compressed. */
export function entriesOf(path: string): LogEntry[] {
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LogEntry);
}

/** Writes a block log with each entry as `edit` makes it; those for which it gives nothing are left out. */
export function writeEdited(
  path: string,
  entries: readonly LogEntry[],
  edit: (entry: LogEntry, line: number) => unknown,
): string {
  const lines = entries.flatMap((entry, i) => {
    const edited = edit(structuredClone(entry), i + 1);
    return edited === undefined ? [] : [`${JSON.stringify(edited)}\n`];
  });
  writeFileSync(path, lines.join(''));
  return path;
}

/** The same with one block changed. */
export function inBlock(
  chain: string,
  height: number,
  change: (block: LogBlock) => unknown,
): (entry: LogEntry) => unknown {
  return (entry) =>
    entry.entry === 'block' && entry.chain === chain && entry.height === String(height) ? change(entry) : entry;
}
