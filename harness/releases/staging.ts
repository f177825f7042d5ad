import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileError } from '../setup-error.ts';

const PREFIX = '.new-';
/** What a killed process left is removed after a day; nothing takes that long to make. */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * Makes `parent/name` in one step that all other processes see as a whole or not at all: `fill` works in a folder of
 * its own, which is then renamed. When two do it at once, the first one counts; both get the same path.
 * Throws a `SetupError` when the disk is full or not writable.
 */
export async function makeOnce(parent: string, name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const place = join(parent, name);
  let staging: string | undefined;
  try {
    await mkdir(parent, { recursive: true });
    await removeAbandoned(parent);
    staging = await mkdtemp(join(parent, PREFIX));
    await fill(staging);
    await rename(staging, place).catch(keepFirst);
  } catch (error) {
    throw fileError(error, parent);
  } finally {
    if (staging !== undefined) await rm(staging, { recursive: true, force: true });
  }
  return place;
}

/**
 * Writes a file in one step: nobody sees a part of it, and of two writers the last one counts.
 * Throws a `SetupError` when the disk is full or not writable.
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  const parent = dirname(file);
  let staging: string | undefined;
  try {
    await mkdir(parent, { recursive: true });
    staging = await mkdtemp(join(parent, PREFIX));
    await writeFile(join(staging, 'file'), text);
    await rename(join(staging, 'file'), file);
  } catch (error) {
    throw fileError(error, parent);
  } finally {
    if (staging !== undefined) await rm(staging, { recursive: true, force: true });
  }
}

function keepFirst(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}

async function removeAbandoned(parent: string): Promise<void> {
  const staged = (await readdir(parent)).filter((name) => name.startsWith(PREFIX));
  for (const name of staged) {
    const folder = join(parent, name);
    const info = await stat(folder).catch(() => undefined);
    if (info !== undefined && Date.now() - info.mtimeMs > ABANDONED_AFTER_MS) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
