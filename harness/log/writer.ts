import { closeSync, openSync, writeSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import packageJson from '../../package.json' with { type: 'json' };
import type { LogBlock, LogEnd, LogEntry, LogHead, LogStart } from '../../specs/generated/log.ts';
import { writing } from '../write-text.ts';

/** The version of the format (`specs/schemas/log.schema.json`). */
export const LOG_VERSION = 1;

/** Takes in what happens, in its order, and writes it to a block log. */
export interface LogWriter {
  write(entry: LogStart | LogBlock | LogEnd): void;
  /** Writes what is still held back; safe to call twice. What ends with no `LogEnd` counts as broken off. */
  close(): void;
}

/** The head of a log that this program records, of the trace with this name. */
export function logHead(trace: string): Pick<LogHead, 'recorder' | 'comment'> {
  return { recorder: `${packageJson.name} ${packageJson.version}`, comment: trace };
}

/** So many entries are compressed together. */
const BATCH = 64;
const HINT = 'Name a file that can be written with --log.';

/**
 * Begins a block log in a file: JSON lines, compressed when its name ends in `.gz`. What was written before an untimely
 * end can be read. Throws a `SetupError` when the file cannot be written.
 */
export function openLog(path: string, head: Pick<LogHead, 'recorder' | 'comment'> = {}): LogWriter {
  const zipped = path.endsWith('.gz');
  const file = writing(path, HINT, () => openSync(path, 'w'));
  let open = true;
  let lines: string[] = [];
  const flush = (): void => {
    const text = lines.join('');
    lines = [];
    // Several compressed parts one after the other are a compressed file again.
    if (text !== '') writing(path, HINT, () => writeAll(file, zipped ? gzipSync(text) : Buffer.from(text)));
  };
  const add = (entry: LogEntry): void => {
    lines.push(`${JSON.stringify(entry)}\n`);
    if (!zipped || lines.length >= BATCH) flush();
  };
  add({ entry: 'log', lockstep: LOG_VERSION, ...head });
  return {
    write: add,
    close() {
      if (!open) return;
      open = false;
      try {
        flush();
      } finally {
        closeSync(file);
      }
    },
  };
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
