import { spawn, type ChildProcess } from 'node:child_process';

/**
 * Reads lines of a process id and its folder until its input ends, which it does however the harness ends. What still
 * works in its own folder then belongs to nobody: it is killed, and its folder removed. Where the harness has removed
 * the folder itself, nothing is left to do, and no process is started for it.
 */
const SCRIPT = `
watched=''
while IFS= read -r line; do watched="$watched$line
"; done
printf '%s' "$watched" | while IFS=' ' read -r pid folder; do
  [ -d "$folder" ] || continue
  while [ "$(readlink "/proc/$pid/cwd")" = "$folder" ]; do kill -9 "$pid"; done
done
printf '%s' "$watched" | while IFS=' ' read -r pid folder; do
  [ ! -d "$folder" ] || rm -rf "$folder"
done`;

let watchdog: ChildProcess | undefined;

/**
 * Sees to it that a process with its folder does not outlive the harness, even one that is killed (SIGKILL) and can not
 * clean up itself. The folder is the one that the process works in, so no other process is meant by its id.
 */
export function watchOver(pid: number, folder: string): void {
  watchdog ??= begin();
  watchdog.stdin?.write(`${pid} ${folder}\n`);
}

function begin(): ChildProcess {
  // In a group of its own: what ends the group of the harness must not end it.
  const child = spawn('sh', ['-c', SCRIPT], { stdio: ['pipe', 'ignore', 'ignore'], detached: true, cwd: '/' });
  // Without it the harness still cleans up unless it is killed, so that is no reason to end.
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref();
  return child;
}
