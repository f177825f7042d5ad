import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const INTERRUPTED = 130;

/**
 * Runs a command of a locked package on this Node and says whether it succeeded. What it says goes to this terminal, or
 * to `hear`. An interrupt ends the command, then this process.
 */
export async function runTool(
  [command, ...args]: readonly [string, ...string[]],
  hear?: (text: string) => void,
): Promise<boolean> {
  // The commands are scripts that take the first `node` of PATH: it has to be this one.
  const PATH = `${join(process.execPath, '..')}:${process.env['PATH'] ?? ''}`;
  const file = join(ROOT, 'node_modules/.bin', command);
  const output = hear === undefined ? 'inherit' : 'pipe';
  const child = spawn(file, args, { cwd: ROOT, env: { ...process.env, PATH }, stdio: ['ignore', output, output] });
  if (hear !== undefined) {
    child.stdout?.setEncoding('utf8').on('data', hear);
    child.stderr?.setEncoding('utf8').on('data', hear);
  }
  let interrupted = false;
  const interrupt = (signal: NodeJS.Signals): void => {
    interrupted = true;
    child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  for (const signal of SIGNALS) process.off(signal, interrupt);
  if (interrupted) process.exit(INTERRUPTED);
  return status === 0;
}
