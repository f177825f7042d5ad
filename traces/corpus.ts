import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Trace } from '../specs/generated/trace.ts';
import { readTrace } from './format/file.ts';

/** The folder of the stored traces. Each file has the name of its trace. */
export const CORPUS = fileURLToPath(new URL('corpus/', import.meta.url));

/** A trace of the corpus: it shows a behavior, or it once failed. */
export interface StoredTrace {
  readonly path: string;
  readonly trace: Trace;
}

/** The stored traces in the order of their names. Throws a `TraceError` if a file is not a valid trace. */
export function corpus(folder = CORPUS): StoredTrace[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.toSorted().map((file) => {
    const path = join(folder, file);
    return { path, trace: readTrace(path) };
  });
}

/** The stored trace with this name. Throws a `TraceError` if there is none. */
export function storedTrace(name: string): Trace {
  return readTrace(join(CORPUS, `${name}.json`));
}
