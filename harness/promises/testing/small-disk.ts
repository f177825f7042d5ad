import { spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** Whether this user may mount a file system: root, outside of most containers. */
export function canMount(): boolean {
  return process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
}

/** A folder on a disk of its own, of a size such as `64k`, until the test has finished. */
export function smallDisk(size: string): string {
  const folder = temporaryFolder();
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  if (status !== 0) throw new Error(`cannot mount: ${String(stderr)}`);
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return folder;
}
