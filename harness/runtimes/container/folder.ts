import { closeSync, constants, lstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../../setup-error.ts';

/** A folder of a container, seen from this machine. */
export interface ContainerFolder {
  readonly path: string;
  /** Safe to call twice. */
  close(): void;
}

/**
 * Opens a folder as the first process of a container sees it. The folder is held open, so that its path stays good
 * whatever becomes of the process and its id. Throws what `open` says (`ENOENT` when the process has ended), and a
 * `SetupError` when the engine's processes can't be seen from here.
 */
export function openContainerFolder(pid: number, folder: string): ContainerFolder {
  let handle: number;
  try {
    handle = openSync(join(`/proc/${pid}/root`, folder), constants.O_RDONLY | constants.O_DIRECTORY);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')) {
      throw new SetupError(
        'The files of a container cannot be read from here',
        'Use a Docker engine of this machine that is not rootless, and run as root or as a user of it.',
        { cause: error },
      );
    }
    throw error;
  }
  let open = true;
  return {
    path: `/proc/${process.pid}/fd/${handle}`,
    close() {
      if (open) closeSync(handle);
      open = false;
    },
  };
}

/** Whether a program made its socket and its store trace itself: a link could lead anywhere on this machine. */
export function areItsOwn(socket: string, storeTrace: string): boolean {
  return lstatSync(socket).isSocket() && lstatSync(storeTrace).isFile();
}
