import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { anyReportIn } from './json-report.ts';

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const MAIN = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

/** How a command ended and what it said. */
export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A command that runs. */
export interface Running {
  readonly pid: number;
  readonly child: ChildProcess;
  /** What it writes to standard error. */
  readonly err: Readable;
  readonly ended: Promise<Ended>;
}

/** How a command is run. */
export interface CommandOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** In a group of its own, so that a signal can be sent to all of it as a terminal does. */
  readonly detached?: boolean;
}

/** Starts a command in the folder of the repository. */
export function startCommand(command: string, args: readonly string[], options: CommandOptions = {}): Running {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...options.env },
    detached: options.detached ?? false,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve({ status, signal, ...said }));
  });
  if (child.pid === undefined) throw new Error(`${command} cannot be started`);
  return { pid: child.pid, child, err: child.stderr, ended };
}

/** The commands whose last line on standard output is a report when they are asked for JSON. */
const REPORTING: ReadonlySet<string | undefined> = new Set(['run', 'replay', 'check', 'agree', 'shrink']);

/** Starts `lockstep` as a user does. It fails when it prints a report that breaks the schema of reports. */
export function startLockstep(args: readonly string[], options: CommandOptions = {}): Running {
  const running = startCommand(process.execPath, [MAIN, ...args], options);
  if (!REPORTING.has(args[0]) || !args.includes('--json')) return running;
  return { ...running, ended: running.ended.then(validated) };
}

function validated(ended: Ended): Ended {
  if (ended.out !== '') anyReportIn(ended);
  return ended;
}

/** Runs `lockstep` to its end. */
export function lockstep(args: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  return startLockstep(args, options).ended;
}
