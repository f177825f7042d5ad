import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../releases/cache-folder.ts';
import type { CheckUp } from './check-up.ts';

const GIB = 1024 ** 3;
/** Bytes: what Go's own caches and the programs take for one release, measured and rounded up; and for results. */
const FOR_A_BUILD = 3 * GIB;
const FOR_RESULTS = 0.5 * GIB;

/** Whether the cache can be written and has space for `missing` releases that are not built yet. */
export function checkUpOfCache(missing: number, env?: NodeJS.ProcessEnv): CheckUp {
  const name = 'cache';
  const folder = cacheFolder(env);
  // It is made when it is first needed, with the folders above it.
  let nearest = folder;
  while (!existsSync(nearest)) nearest = dirname(nearest);
  try {
    // With a dot after it, so that a file in the place of a folder is refused.
    accessSync(join(nearest, '/') + '.', constants.W_OK);
  } catch {
    const hint = 'Make the folder writable, or name another one with LOCKSTEP_CACHE.';
    return { name, status: 'problem', text: `${folder} cannot be written`, hint };
  }
  const { bavail, bsize } = statfsSync(nearest);
  return { name, ...spaceFor(missing, bavail * bsize, folder) };
}

/** Judges the free space, in bytes, of the disk of a folder. */
export function spaceFor(missing: number, free: number, folder: string): Omit<CheckUp, 'name'> {
  const text = `${folder}, ${(free / GIB).toFixed(1)} GiB free`;
  if (free < FOR_RESULTS) return { status: 'problem', text, hint: 'Free some space: not even results fit.' };
  const needed = missing * FOR_A_BUILD;
  if (free < needed) {
    return { status: 'note', text, hint: `Building what is missing may take ${(needed / GIB).toFixed(0)} GiB.` };
  }
  return { status: 'ok', text };
}
