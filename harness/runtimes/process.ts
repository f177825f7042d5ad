import { spawn, type ChildProcess } from 'node:child_process';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileError } from '../setup-error.ts';
import { ProgramDied } from './program-error.ts';
import type { Launch, RunningProgram, Runtime } from './runtime.ts';

/** Starting takes a tenth of a second on a quiet machine. */
const START_TIMEOUT = 60_000;
const LOG_TAIL = 8_000;

/** Processes and folders that must not outlive the harness, however it ends. */
const alive = new Map<ChildProcess, string>();
let guarded = false;

/** Programs as processes of this machine, with their files in memory where there is a file system for it. */
export const processRuntime: Runtime = Object.freeze({ name: 'process', launch });

async function launch({ program, chainId }: Launch): Promise<RunningProgram> {
  guard();
  const home = makeHome(chainId);
  const socket = join(home, 's');
  const storeTrace = join(home, 'trace');
  const logFile = join(home, 'log');
  const log = (): string => (existsSync(logFile) ? readFileSync(logFile, 'utf8').slice(-LOG_TAIL) : '');
  const output = openSync(logFile, 'a');
  const child = spawn(program.path, argumentsFor(home, socket, storeTrace), {
    cwd: home,
    env: environmentFor(program.envPrefix, home),
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  alive.set(child, home);
  let how = '';
  const ended = new Promise<string>((resolve) => {
    const end = (text: string): void => {
      how = text;
      alive.delete(child);
      resolve(text);
    };
    child.once('error', (error) => end(`could not be started: ${error.message}`));
    child.once('exit', (code, signal) => end(signal === null ? `ended with code ${code}` : `was ended by ${signal}`));
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await Promise.race([
      appears(home, socket),
      ended.then((text) => {
        throw new ProgramDied(`${program.appName} ${text} before it answered`, log());
      }),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { socket, storeTrace, log: () => (how === '' ? log() : `${log()}\n(${how})`), ended, stop };
}

function argumentsFor(home: string, socket: string, storeTrace: string): string[] {
  return [
    ...['start', '--home', home, '--with-comet=false', '--transport', 'socket', '--address', `unix://${socket}`],
    ...['--minimum-gas-prices', '0stake', '--grpc.enable=false', '--api.enable=false', '--pruning', 'nothing'],
    ...['--log_level', 'error', '--log_no_color', '--trace-store', storeTrace],
  ];
}

/** One core a program: a trace makes one block at a time. Temporary files go where they are removed. */
function environmentFor(prefix: string, home: string): NodeJS.ProcessEnv {
  return { ...process.env, [`${prefix}_APP_DB_BACKEND`]: 'memdb', GOMAXPROCS: '1', GOGC: '400', TMPDIR: home };
}

/** The program wants a home with a genesis file, of which it only reads the chain id. */
function makeHome(chainId: string): string {
  const parent = memoryFolder() ?? tmpdir();
  try {
    const home = mkdtempSync(join(parent, 'lockstep-'));
    mkdirSync(join(home, 'config'));
    const genesis = {
      genesis_time: '2026-01-01T00:00:00Z',
      chain_id: chainId,
      initial_height: '1',
      app_hash: '',
      app_state: {},
    };
    writeFileSync(join(home, 'config', 'genesis.json'), JSON.stringify(genesis));
    return home;
  } catch (error) {
    throw fileError(error, parent);
  }
}

function memoryFolder(): string | undefined {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return undefined;
  }
}

/** Resolves when a file is there. */
async function appears(folder: string, file: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const watcher = watch(folder, check);
    const deadline = setTimeout(() => {
      watcher.close();
      reject(new ProgramDied(`the program did not open its socket in ${START_TIMEOUT / 1000} s`, ''));
    }, START_TIMEOUT);
    deadline.unref();
    function check(): void {
      if (!existsSync(file)) return;
      watcher.close();
      clearTimeout(deadline);
      resolve();
    }
    check();
  });
}

function guard(): void {
  if (guarded) return;
  guarded = true;
  process.on('exit', () => {
    for (const [child, home] of alive) {
      child.kill('SIGKILL');
      rmSync(home, { recursive: true, force: true });
    }
  });
}
