import { lstatSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasEnded, labelsOf, thisHarness } from './owner.ts';

/** What the names of all folders of programs begin with. */
export const FOLDER_PREFIX = 'lockstep-';
/** The file in such a folder that says whose it is. */
const OWNER = '.owner';

/** The file that says whose a folder is, by its path in it. */
export function ownerFile(): Readonly<Record<string, string>> {
  return { [OWNER]: JSON.stringify(labelsOf(thisHarness())) };
}

/**
 * Removes the folders of programs whose harness has certainly ended, and ends what works in them. A harness that is
 * killed has a watchdog that does this at once; it may have been killed with it. No other folder is touched.
 */
export function removeOrphans(parent: string): void {
  for (const name of foldersIn(parent)) {
    const folder = join(parent, name);
    if (!isOwn(folder) || !hasEnded(labelsIn(folder))) continue;
    for (const pid of processesIn(folder)) kill(pid);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 10 });
  }
}

function foldersIn(parent: string): string[] {
  try {
    return readdirSync(parent).filter((name) => name.startsWith(FOLDER_PREFIX));
  } catch {
    return [];
  }
}

/** Whether it is a folder of this user: what others put in its place says nothing. */
function isOwn(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.getuid?.();
}

function labelsIn(folder: string): Readonly<Record<string, string | undefined>> {
  try {
    const labels: unknown = JSON.parse(readFileSync(join(folder, OWNER), 'utf8'));
    return typeof labels === 'object' && labels !== null ? (labels as Record<string, string | undefined>) : {};
  } catch {
    return {};
  }
}

/** The processes that work in a folder. */
function processesIn(folder: string): number[] {
  return readdirSync('/proc').flatMap((entry) => {
    try {
      return /^\d+$/u.test(entry) && readlinkSync(`/proc/${entry}/cwd`) === folder ? [Number(entry)] : [];
    } catch {
      // It has ended meanwhile, or belongs to somebody else.
      return [];
    }
  });
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
