import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Trace } from '../specs/generated/trace.ts';
import { readTrace } from './format/file.ts';

/** Where the stored traces are, each in a file with its name. */
export const CORPUS = fileURLToPath(new URL('corpus/', import.meta.url));

/** A trace that is kept because it shows something, or because it once failed. */
export interface StoredTrace {
  readonly path: string;
  readonly trace: Trace;
}

/** The stored traces in the order of their names. Throws a `TraceError` when one of them is none. */
export function corpus(folder = CORPUS): StoredTrace[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.toSorted().map((file) => {
    const path = join(folder, file);
    return { path, trace: readTrace(path) };
  });
}

/** A stored trace by its name. Throws a `TraceError` when there is none. */
export function storedTrace(name: string): Trace {
  return readTrace(join(CORPUS, `${name}.json`));
}
