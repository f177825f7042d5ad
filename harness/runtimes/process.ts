import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { appears } from './appears.ts';
import { endOf } from './end-of.ts';
import { fullDiskNote, makeHome, type Home } from './home.ts';
import { forget, remember } from './living.ts';
import { ProgramDied, ProgramTimeout, panicIn } from '../facts/program-error.ts';
import type { Launch, RunningProgram, Runtime } from './runtime.ts';
import { processEnvironment, startArguments } from './start-arguments.ts';
import { watchOver } from './watchdog.ts';

/** Starting takes a tenth of a second on a quiet machine. */
const START_TIMEOUT = 60_000;

/** A program that is asked to end has little to do; one that does not is killed. */
const END_TIMEOUT = 10_000;

/** No export of a trace comes near it, in bytes. */
const MOST_EXPORTED = 2 ** 28;

/** How programs run that must be let go on their own, because they write down something as they end. */
interface Farewell {
  /** What they find in their environment beside the rest. */
  readonly env: NodeJS.ProcessEnv;
}

/** Programs as processes of this machine, with their files in memory where there is a file system for it. */
export const processRuntime: Runtime = Object.freeze({ name: 'process', launch: (parts: Launch) => launch(parts) });

/** The same, for programs that are asked to end in place of being killed. */
export function processRuntimeWith(farewell: Farewell): Runtime {
  return Object.freeze({ name: 'process', launch: (parts: Launch) => launch(parts, farewell) });
}

async function launch(parts: Launch, farewell?: Farewell): Promise<RunningProgram> {
  return run(parts, makeHome(parts.chainId), farewell);
}

/** Runs a program in its home; what ends or removes one of its processes removes the home with it. */
async function run(parts: Launch, home: Home, farewell: Farewell | undefined): Promise<RunningProgram> {
  const { program, signal } = parts;
  const { socket, storeTrace } = home;
  const child = start(parts, home, farewell?.env);
  if (child.pid !== undefined) watchOver(child.pid, home.folder);
  const remove = (): void => {
    child.kill('SIGKILL');
    // A program that is being killed may still have a file open.
    rmSync(home.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 10 });
    forget(remove);
  };
  remember(remove);
  const ended = endOf(child);
  const log = (): string => (existsSync(home.log) ? readFileSync(home.log, 'utf8') : '') + fullDiskNote(home);
  const stop = async (): Promise<void> => {
    if (farewell === undefined) child.kill('SIGKILL');
    else await letEnd(child, ended);
    await ended;
    remove();
  };
  const waiting = new AbortController();
  const deadline = setTimeout(() => {
    waiting.abort(new ProgramTimeout(`${program.appName} did not open its socket`, START_TIMEOUT, log()));
  }, START_TIMEOUT);
  void ended.then((how) =>
    waiting.abort(new ProgramDied(`${program.appName} ${how} before it answered`, log(), panicIn(log()))),
  );
  try {
    await appears(socket, signal === undefined ? waiting.signal : AbortSignal.any([waiting.signal, signal]));
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clearTimeout(deadline);
  }
  const restart = async (next = program): Promise<RunningProgram> => {
    child.kill('SIGKILL');
    await ended;
    forget(remove);
    // It would be taken for that of the new process.
    rmSync(socket, { force: true });
    return run({ ...parts, program: next }, home, farewell);
  };
  const exportGenesis = async (): Promise<string> => {
    if (farewell === undefined) child.kill('SIGKILL');
    else await letEnd(child, ended);
    await ended;
    return exportFrom(parts, home, farewell?.env);
  };
  return { socket, storeTrace, log, ended, restart, exportGenesis, stop };
}

/** Lets a program export the state that the one before it has left in a home. */
function exportFrom({ program, keepsState }: Launch, { folder }: Home, more: NodeJS.ProcessEnv = {}): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const env = { ...processEnvironment(program.envPrefix, folder, keepsState), ...more };
  const options = { cwd: folder, env, maxBuffer: MOST_EXPORTED, timeout: START_TIMEOUT };
  execFile(program.path, ['export', `--home=${folder}`], options, (error, stdout, stderr) => {
    if (error === null) resolve(stdout);
    else
      reject(new ProgramDied(`${program.appName} did not export its state: ${error.message}`, stderr, panicIn(stderr)));
  });
  return promise;
}

/** Asks a program to end and waits; kills it when it takes too long. */
async function letEnd(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGTERM');
  const deadline = setTimeout(() => child.kill('SIGKILL'), END_TIMEOUT);
  await ended;
  clearTimeout(deadline);
}

function start({ program, keepsState }: Launch, home: Home, more: NodeJS.ProcessEnv = {}): ChildProcess {
  let output: number | undefined;
  try {
    output = openSync(home.log, 'a');
    return spawn(program.path, startArguments(home), {
      cwd: home.folder,
      env: { ...processEnvironment(program.envPrefix, home.folder, keepsState), ...more },
      // A file and no pipe, which a program that is left over would hold open.
      stdio: ['ignore', output, output],
      // In a group of its own, so that Ctrl-C reaches the harness alone and a trace can end between two blocks.
      detached: true,
    });
  } catch (error) {
    rmSync(home.folder, { recursive: true, force: true });
    throw error;
  } finally {
    if (output !== undefined) closeSync(output);
  }
}
