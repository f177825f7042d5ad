import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { homesFolder } from '../runtimes/home.ts';
import type { CheckUp } from './check-up.ts';

/** The longest path of a unix socket on Linux, in bytes (`sun_path` without its closing zero). */
const SOCKET_PATH = 107;

/** Whether programs write to memory, which is much faster than a disk. */
export function checkUpOfMemory(folder: string = homesFolder()): CheckUp {
  const name = 'program folders';
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return { name, status: 'problem', text: `${folder} cannot be written`, hint: 'Name a folder with TMPDIR.' };
  }
  if (folder !== tmpdir()) return { name, status: 'ok', text: `${folder}, in memory` };
  const hint = 'Programs run slower: give /dev/shm 64 MiB or more (in a container: --shm-size=1g).';
  return { name, status: 'note', text: `${folder}, for /dev/shm cannot be used`, hint };
}

/** Whether the socket of a program has a path that is short enough. */
export function checkUpOfSocket(folder: string = homesFolder()): CheckUp {
  const name = 'sockets';
  const bytes = Buffer.byteLength(join(folder, 'lockstep-XXXXXX', 's'));
  const text = `paths of ${bytes} bytes (${SOCKET_PATH} at most)`;
  if (bytes <= SOCKET_PATH) return { name, status: 'ok', text };
  return { name, status: 'problem', text, hint: 'Name a folder with a shorter path with TMPDIR.' };
}
