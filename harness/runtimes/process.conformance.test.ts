import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadRelease } from '../releases/load-release.ts';
import type { Program } from '../releases/program.ts';
import { processRuntime, processRuntimeWith } from './process.ts';
import { ProgramDied } from '../facts/program-error.ts';

const RELEASE = 'v7.0.1';
const HOLD = fileURLToPath(new URL('./testing/hold.ts', import.meta.url));

let program: Program;
beforeAll(async () => void ({ provider: program } = await loadRelease(RELEASE)));

/** The children of exactly this process. */
function childrenOf(pid: number | undefined): number[] {
  if (pid === undefined) throw new Error('the process was not started');
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return text === '' ? [] : text.split(' ').map(Number);
}

/** Whether a child is a program, and not the watchdog that ends programs should the harness be killed. */
function isProgram(pid: number): boolean {
  return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'sh';
}

/** Whether a process is there and has not only to be collected by its parent. */
function lives(pid: number): boolean {
  try {
    return !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** A harness of its own in a group of its own, with the program that it holds. */
async function hold(ending = '') {
  const harness = spawn(process.execPath, [HOLD, RELEASE, ending], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(harness, 'exit');
  const [folder] = (await once(createInterface(harness.stdout), 'line')) as [string];
  return { harness, ended, folder };
}

describe('a program that runs as a process', () => {
  test('is asked to end and may say farewell where that is wanted', async () => {
    const runtime = processRuntimeWith({ env: { GOTRACEBACK: 'none' } });
    const running = await runtime.launch({ program, chainId: 'provider' });
    await running.stop();
    expect(await running.ended).not.toContain('SIGKILL');
  });

  test('opens its socket and leaves nothing when it is stopped, twice if need be', async () => {
    const before = new Set(childrenOf(process.pid));
    const running = await processRuntime.launch({ program, chainId: 'provider' });
    const started = childrenOf(process.pid).filter((pid) => !before.has(pid));
    expect(started).toHaveLength(1);
    expect(existsSync(running.socket) && existsSync(running.storeTrace)).toBe(true);
    await running.stop();
    await running.stop();
    expect(await running.ended).toBe('was ended by SIGKILL');
    expect(started.filter(lives)).toEqual([]);
    expect(existsSync(dirname(running.socket))).toBe(false);
  });

  test('that ends before it answers is an error with its log', async () => {
    const other = { ...program, path: process.execPath };
    const error = await processRuntime.launch({ program: other, chainId: 'provider' }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ProgramDied);
    expect(error).toMatchObject({ message: expect.stringContaining('ended with code 1 before it answered') });
    expect(error).toMatchObject({ log: expect.stringContaining('Cannot find module'), panic: undefined });
  });

  test('that cannot be started is an error', async () => {
    const absent = { ...program, path: '/nowhere' };
    await expect(processRuntime.launch({ program: absent, chainId: 'provider' })).rejects.toThrow(
      'could not be started',
    );
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('is gone when its harness gets %s', async (signal) => {
    const { harness, ended, folder } = await hold();
    const programs = () => childrenOf(harness.pid).filter(isProgram);
    // The watchdog has its name a moment after it was forked.
    await expect.poll(programs).toHaveLength(1);
    const held = programs();
    harness.kill(signal);
    await ended;
    // The kernel takes a moment for what was killed.
    await expect.poll(() => held.filter(lives)).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });

  test.each(['exit', 'throw'])('is gone when its harness ends by %s', async (ending) => {
    const { ended, folder } = await hold(ending);
    await ended;
    expect(existsSync(folder)).toBe(false);
  });

  test('is in another group than its harness, which Ctrl-C would end too', async () => {
    const { harness, ended } = await hold();
    // The fifth field of its status is the process group; the second, its name, may hold blanks.
    const groups = childrenOf(harness.pid).map((pid) =>
      Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[2]),
    );
    // The program, and the watchdog that ends it should the harness be killed.
    expect(groups).toHaveLength(2);
    expect(groups).not.toContain(harness.pid);
    harness.kill('SIGTERM');
    await ended;
  });
});
