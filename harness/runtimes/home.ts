import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileError } from '../setup-error.ts';
import { FOLDER_PREFIX, ownerFile, removeOrphans } from './orphans.ts';

const MEMORY = '/dev/shm';
/** What a program may write at most, with much to spare: its store trace is cut long before. */
const SPACE = 64 * 1024 * 1024;

/** With less a program cannot write a block to its store trace. */
const LOW_SPACE = 32 * 1024;

/** Where this harness has looked for folders that nobody owns any more. */
const swept = new Set<string>();

/** The files of a program that runs. */
export interface Home {
  readonly folder: string;
  readonly socket: string;
  readonly storeTrace: string;
  readonly log: string;
}

/** Makes the folder of a program, which wants a genesis file in it, of which it only reads the chain id. */
export function makeHome(chainId: string): Home {
  const folder = makeFolder({ 'config/genesis.json': JSON.stringify(genesisFile(chainId)) });
  return { folder, socket: join(folder, 's'), storeTrace: join(folder, 'trace'), log: join(folder, 'log') };
}

/**
 * Makes a folder with files, by their paths in it, in memory where there is a file system for it. Folders that a harness
 * has left which was ended with its watchdog go before. Throws a `SetupError` when the folder can't be written.
 */
export function makeFolder(files: Readonly<Record<string, string>>): string {
  const parent = homesFolder();
  if (!swept.has(parent)) removeOrphans(parent);
  swept.add(parent);
  let folder: string | undefined;
  try {
    // A short name: the path of a unix socket has 108 bytes at most.
    folder = mkdtempSync(join(parent, FOLDER_PREFIX));
    for (const [path, text] of Object.entries({ ...files, ...ownerFile() })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text, { mode: 0o600 });
    }
    return folder;
  } catch (error) {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    throw fileError(error, parent);
  }
}

/** Where programs have their folders: in memory where there is a file system for it with enough space. */
export function homesFolder(): string {
  return isUsable(MEMORY) ? MEMORY : tmpdir();
}

/**
 * What a program may no longer be able to write to its log itself: that its disk is full. It is at the end of the log
 * then, in the words of the operating system.
 */
export function fullDiskNote({ folder }: Home): string {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < LOW_SPACE ? `\n${folder}: no space left on device\n` : '';
  } catch {
    // The program was stopped, and its folder is gone.
    return '';
  }
}

function genesisFile(chainId: string): unknown {
  return {
    genesis_time: '2026-01-01T00:00:00Z',
    chain_id: chainId,
    initial_height: '1',
    app_hash: '',
    app_state: {},
  };
}

/** Containers often have a memory file system that is too small. */
function isUsable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= SPACE;
  } catch {
    return false;
  }
}
