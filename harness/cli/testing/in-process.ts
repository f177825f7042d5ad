import { vi } from 'vitest';
import { tellError } from '../exit-code.ts';
import { lockstepProgram } from '../program.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** How a command ended and what it said. */
interface Said {
  readonly status: NodeJS.Process['exitCode'];
  readonly out: string;
  readonly err: string;
}

/** Runs `lockstep` in this process, which is much faster than to start it. One at a time: it takes the console. */
export async function inProcess(args: readonly string[]): Promise<Said> {
  const said = { out: '', err: '' };
  const to = (stream: 'out' | 'err') => (text: unknown) => void (said[stream] += `${String(text)}\n`);
  const spies = [vi.spyOn(console, 'log').mockImplementation(to('out'))];
  spies.push(vi.spyOn(console, 'error').mockImplementation(to('err')));
  const program = lockstepProgram();
  for (const command of [program, ...program.commands]) {
    command.configureOutput({
      writeOut: (text) => void (said.out += text),
      writeErr: (text) => void (said.err += text),
    });
  }
  const before = process.exitCode;
  const signals = SIGNALS.map((name) => ({ name, listeners: process.listeners(name) }));
  process.exitCode = undefined;
  try {
    try {
      await program.parseAsync(args, { from: 'user' });
    } catch (error) {
      process.exitCode = tellError(error, 'lockstep');
    }
    return { status: process.exitCode ?? 0, ...said };
  } finally {
    process.exitCode = before;
    // A command waits for signals to the end of its process.
    for (const { name, listeners } of signals) {
      for (const listener of process.listeners(name)) if (!listeners.includes(listener)) process.off(name, listener);
    }
    for (const spy of spies) spy.mockRestore();
  }
}
