import { accessSync, constants, mkdirSync, mkdtempSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileError } from '../setup-error.ts';

const MEMORY = '/dev/shm';
/** What a program may write at most, with much to spare: its store trace is cut long before. */
const SPACE = 64 * 1024 * 1024;

/** With less a program cannot write a block to its store trace. */
const LOW_SPACE = 32 * 1024;

/** The files of a program that runs. */
export interface Home {
  readonly folder: string;
  readonly socket: string;
  readonly storeTrace: string;
  readonly log: string;
}

/**
 * Makes the folder of a program, in memory where there is a file system for it. The program wants a genesis file in it,
 * of which it only reads the chain id. Throws a `SetupError` when the folder can't be written.
 */
export function makeHome(chainId: string): Home {
  const parent = homesFolder();
  try {
    // A short name: the path of a unix socket has 108 bytes at most.
    const folder = mkdtempSync(join(parent, 'lockstep-'));
    mkdirSync(join(folder, 'config'));
    writeFileSync(join(folder, 'config', 'genesis.json'), JSON.stringify(genesisFile(chainId)));
    return { folder, socket: join(folder, 's'), storeTrace: join(folder, 'trace'), log: join(folder, 'log') };
  } catch (error) {
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
