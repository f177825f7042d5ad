import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How a command is run. */
export interface CommandOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Ends the command. */
  readonly signal?: AbortSignal | undefined;
  /** Gets each line that the command writes to its error output. */
  readonly onLine?: (line: string) => void;
}

/** How a command ended, and what it said. */
export interface CommandResult {
  /** 0 when it succeeded; the name of a signal when one ended it. */
  readonly status: number | string;
  readonly output: string;
  /** The last lines of its error output. */
  readonly lastLines: readonly string[];
}

const KEPT_LINES = 30;

/** Runs a command to its end. Throws what `spawn` says when it cannot be started (`ENOENT`, `EACCES`) or is aborted. */
export async function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env, signal, onLine }: CommandOptions,
): Promise<CommandResult> {
  // Go cleans up after itself on an interrupt, not on SIGTERM.
  const child = spawn(command, args, { cwd, env, signal, killSignal: 'SIGINT', stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  const lastLines: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  createInterface({ input: child.stderr }).on('line', (line) => {
    lastLines.push(line);
    if (lastLines.length > KEPT_LINES) lastLines.shift();
    onLine?.(line);
  });
  const status = await new Promise<number | string>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signalName) => resolve(code ?? signalName ?? 'unknown'));
  });
  return { status, output: Buffer.concat(output).toString('utf8'), lastLines };
}
