import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Program } from '../../releases/program.ts';
import { endOf } from '../../runtimes/end-of.ts';
import { makeFolder } from '../../runtimes/home.ts';
import { forget, remember } from '../../runtimes/living.ts';
import { nodeArguments, processEnvironment } from '../../runtimes/start-arguments.ts';
import { watchOver } from '../../runtimes/watchdog.ts';
import type { Node, NodeState } from './node.ts';
import type { NodeFiles } from './node-files.ts';

/** Starts a node as a process of this machine, with its files in memory where there is a file system for it. */
export function launchNodeProcess(program: Program, files: NodeFiles): Node {
  return new NodeProcess(program, makeFolder(files));
}

class NodeProcess implements Node {
  readonly rpc: string;
  readonly storeTrace: string;
  readonly #program: Program;
  readonly #home: string;
  readonly #log: string;
  readonly #remove: () => void;
  #state: NodeState = 'up';
  #child: ChildProcess;
  #ended: Promise<void>;
  #how: string | undefined;

  constructor(program: Program, home: string) {
    this.#program = program;
    this.#home = home;
    this.rpc = join(home, 'rpc');
    this.storeTrace = join(home, 'trace');
    this.#log = join(home, 'log');
    this.#remove = () => {
      this.#child.kill('SIGKILL');
      // A program that is being killed may still have a file open.
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 10 });
      forget(this.#remove);
    };
    remember(this.#remove);
    this.#child = this.#start();
    this.#ended = this.#endOf(this.#child);
  }

  get state(): NodeState {
    return this.#state;
  }

  pause(): void {
    if (this.#state !== 'up') return;
    this.#state = 'paused';
    this.#child.kill('SIGSTOP');
  }

  resume(): void {
    if (this.#state !== 'paused') return;
    this.#child.kill('SIGCONT');
    this.#state = 'up';
  }

  async whileStill(act: () => void): Promise<void> {
    const { pid } = this.#child;
    if (this.#state !== 'up' || pid === undefined) return;
    this.#child.kill('SIGSTOP');
    try {
      if (await standsStill(pid)) act();
    } finally {
      this.#child.kill('SIGCONT');
    }
  }

  async kill(): Promise<void> {
    this.#state = 'down';
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  restart(): void {
    if (this.#state !== 'down') return;
    // The socket of a program that was killed stays behind.
    rmSync(this.rpc, { force: true });
    this.#state = 'up';
    this.#child = this.#start();
    this.#ended = this.#endOf(this.#child);
  }

  log(): string {
    return existsSync(this.#log) ? readFileSync(this.#log, 'utf8') : '';
  }

  failed(): string | undefined {
    return this.#state === 'down' ? undefined : this.#how;
  }

  async stop(): Promise<void> {
    await this.kill();
    this.#remove();
  }

  #start(): ChildProcess {
    const output = openSync(this.#log, 'a');
    const { path, envPrefix } = this.#program;
    try {
      const child = spawn(path, nodeArguments({ folder: this.#home, storeTrace: this.storeTrace }), {
        cwd: this.#home,
        env: processEnvironment(envPrefix, this.#home, true),
        stdio: ['ignore', output, output],
        // In a group of its own, so that Ctrl-C reaches the harness alone.
        detached: true,
      });
      if (child.pid !== undefined) watchOver(child.pid, this.#home);
      return child;
    } finally {
      closeSync(output);
    }
  }

  /** Resolves when a program has ended; how is remembered. */
  async #endOf(child: ChildProcess): Promise<void> {
    this.#how = undefined;
    const how = await endOf(child);
    if (child === this.#child) this.#how = how;
  }
}

/** Waits until each thread of a process is stopped, which SIGSTOP does soon; `false` when the process has ended. */
async function standsStill(pid: number): Promise<boolean> {
  for (;;) {
    const states = threadStates(pid);
    if (states.length === 0 || states.includes('Z')) return false;
    if (states.every((state) => state === 'T')) return true;
    await pause(1);
  }
}

/** The state of each thread of a process (proc(5)); none when it has ended. */
function threadStates(pid: number): (string | undefined)[] {
  try {
    const folder = `/proc/${pid}/task`;
    // The second field is the name in brackets, which may hold anything.
    return readdirSync(folder).map((id) => readFileSync(`${folder}/${id}/stat`, 'utf8').split(') ').at(-1)?.[0]);
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code))) return [];
    throw error;
  }
}
