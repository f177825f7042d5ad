import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';

/** A program that runs and the folder that holds all its files: neither may outlive the harness. */
export interface Living {
  readonly child: ChildProcess;
  readonly home: string;
}

const living = new Set<Living>();
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
let guarded = false;

/** Remembers a program, so that it is ended and its folder removed however the harness ends. */
export function remember(program: Living): void {
  guard();
  living.add(program);
}

/** Kills a program and removes its folder; safe to call twice. */
export function remove(program: Living): void {
  program.child.kill('SIGKILL');
  // A program that is being killed may still have a file open.
  rmSync(program.home, { recursive: true, force: true, maxRetries: 5, retryDelay: 10 });
  living.delete(program);
}

function guard(): void {
  if (guarded) return;
  guarded = true;
  process.on('exit', removeAll);
  for (const [signal, number] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      // Whoever else listens to the signal decides when to end, and `exit` comes then.
      if (process.listenerCount(signal) === 1) process.exit(128 + number);
    });
  }
}

function removeAll(): void {
  for (const program of living) {
    try {
      remove(program);
    } catch {
      // The harness is ending: what can't be removed must not keep the other programs alive.
    }
  }
}
