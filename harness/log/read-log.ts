import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { LogEntry, LogStart } from '../../specs/generated/log.ts';
import { whereJsonBreaks } from '../../traces/format/json-place.ts';
import { LogError } from './log-error.ts';
import { validateEntry } from './validate-entry.ts';

/** An entry with its line, which counts from 1. */
export interface LogLine {
  readonly line: number;
  readonly entry: LogEntry;
}

/** A line that was not looked at yet. */
interface HeldLine {
  readonly line: number;
  readonly text: string;
}

/** A block log that is read entry by entry. */
export interface OpenedLog {
  readonly lines: AsyncIterable<LogLine>;
  /** How the file breaks off, in words, known when all lines were read; `undefined` when it ends as it should. */
  cutOff(): string | undefined;
}

/** What marks the start of a chain, whoever wrote it. */
const START = /"entry"\s*:\s*"start"/u;
const GZIP = Buffer.from('1f8b', 'hex');

/**
 * Reads a block log, compressed or not. Throws a `LogError` for a file that cannot be read or a line that is no entry;
 * a last line that breaks off, as when its writer was killed, is left out and told. So is it when the last entry is
 * missing, with which a writer says that nothing is: then the file may have been cut between two lines.
 */
export async function readLog(path: string): Promise<OpenedLog> {
  const zipped = await isZipped(path);
  let cut: string | undefined;
  return { lines: entries(path, zipped, (how) => (cut = how)), cutOff: () => cut };
}

/** The first start of a chain of each kind in a log, as far as it can be read, without a look at the blocks. */
export async function firstStarts(path: string): Promise<Partial<Record<LogStart['kind'], LogStart>>> {
  const zipped = await isZipped(path);
  const found: Partial<Record<LogStart['kind'], LogStart>> = {};
  let line = 0;
  try {
    for await (const text of createInterface({ input: streamOf(path, zipped), crlfDelay: Infinity })) {
      line++;
      if (!START.test(text) || !isJson(text)) continue;
      const { entry } = entryOf({ line, text }, path);
      if (entry.entry === 'start') found[entry.kind] ??= entry;
      if (found.provider !== undefined && found.consumer !== undefined) break;
    }
  } catch (error) {
    if (!isCutOff(error)) throw error;
  }
  return found;
}

async function* entries(path: string, zipped: boolean, tellCut: (how: string) => void): AsyncGenerator<LogLine> {
  let held: HeldLine | undefined;
  let line = 0;
  let ended = false;
  const next = (text: HeldLine): LogLine => {
    if (ended) throw new LogError(path, text.line, '', 'comes after the entry "end"');
    const read = entryOf(text, path);
    ended = read.entry.entry === 'end';
    return read;
  };
  try {
    for await (const text of createInterface({ input: streamOf(path, zipped), crlfDelay: Infinity })) {
      if (held !== undefined) yield next(held);
      held = { line: ++line, text };
    }
  } catch (error) {
    if (!isCutOff(error)) throw error;
    if (held !== undefined && isJson(held.text)) yield next(held);
    return tellCut(`the compressed file breaks off after line ${line}`);
  }
  if (held === undefined) throw new LogError(path, 0, '', 'is empty');
  // Only the last line may break off: its writer was stopped in the middle of it.
  if (line > 1 && !isJson(held.text) && held.text.startsWith('{')) return tellCut(`it breaks off in line ${line}`);
  yield next(held);
  if (!ended) tellCut(`the entry "end" is missing after line ${line}`);
}

function streamOf(path: string, zipped: boolean): Readable {
  const file = createReadStream(path);
  // The reader of the lines gets the error.
  return zipped ? pipeline(file, createGunzip(), () => undefined) : file;
}

function entryOf({ line, text }: HeldLine, path: string): LogLine {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new LogError(path, line, '', `is not JSON from column ${(whereJsonBreaks(text) ?? 0) + 1} on`);
  }
  return { line, entry: validateEntry(data, path, line) };
}

async function isZipped(path: string): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
      return bytesRead === 2 && buffer.equals(GZIP);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new LogError(
      path,
      0,
      '',
      `cannot be read (${code})`,
      'Give the path of a block log: a file that can be read.',
    );
  }
}

function isCutOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
