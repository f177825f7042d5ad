import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadRelease } from '../../releases/load-release.ts';
import type { Program } from '../../releases/program.ts';
import { ProgramDied } from '../../facts/program-error.ts';
import type { RunningProgram, Runtime } from '../runtime.ts';
import { openContainerRuntime } from './container.ts';
import { openEngine, type Engine } from './engine.ts';
import { imageOf } from './image.ts';
import { LIMITS } from './limits.ts';
import { labelsOf, LABELS, thisHarness } from '../owner.ts';
import { removeContainer, removeOrphans } from './removal.ts';
import { openImage } from './user-image.ts';

const RELEASE = 'v7.0.1';
const HOLD = fileURLToPath(new URL('../testing/hold.ts', import.meta.url));

/** A harness of its own with the container that it holds. */
async function hold(ending = '') {
  const harness = spawn(process.execPath, [HOLD, RELEASE, ending, 'container'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(harness, 'exit');
  await once(createInterface(harness.stdout), 'line');
  return { harness, ended };
}

describe('a program in a container', () => {
  let program: Program;
  let engine: Engine;
  let runtime: Runtime;
  beforeAll(async () => {
    ({ provider: program } = await loadRelease(RELEASE));
    engine = await openEngine();
    runtime = await openContainerRuntime([program]);
  });

  /** The containers whose harness has this process id. */
  async function containersOf(pid: number | undefined): Promise<string[]> {
    const filters = { label: [`${LABELS.pid}=${pid}`] };
    const all = await engine.client.container.dockerode.listContainers({ all: true, filters });
    return all.map(({ Id }) => Id);
  }

  async function started<T>(use: (running: RunningProgram, id: string) => Promise<T>): Promise<T> {
    const running = await runtime.launch({ program, chainId: 'provider' });
    try {
      const [id = ''] = await containersOf(process.pid);
      return await use(running, id);
    } finally {
      await running.stop();
    }
  }

  test('opens its socket and leaves nothing when it is stopped, twice if need be', async () => {
    const running = await runtime.launch({ program, chainId: 'provider' });
    expect(await containersOf(process.pid)).toHaveLength(1);
    expect(existsSync(running.socket) && existsSync(running.storeTrace)).toBe(true);
    await running.stop();
    await running.stop();
    expect(await running.ended).toBe('was ended by SIGKILL');
    expect(await containersOf(process.pid)).toEqual([]);
    expect(existsSync(running.socket)).toBe(false);
  });

  test('has no network, no root, no capability, nothing to write to but its folder, and limits', () =>
    started(async (_, id) => {
      const { Config, HostConfig, NetworkSettings, State, Mounts } = await engine.client.container
        .getById(id)
        .inspect();
      expect(HostConfig).toMatchObject({
        NetworkMode: 'none',
        ReadonlyRootfs: true,
        CapDrop: ['ALL'],
        Privileged: false,
        Memory: LIMITS.memory * 1024 ** 3,
        MemorySwap: LIMITS.memory * 1024 ** 3,
        NanoCpus: LIMITS.cpu * 1e9,
        PidsLimit: LIMITS.processes,
      });
      expect(Object.keys(NetworkSettings.Networks)).toEqual(['none']);
      expect(Mounts).toEqual([]);
      expect(Config.User).not.toMatch(/^0?(?::|$)/u);
      const status = readFileSync(`/proc/${State.Pid}/status`, 'utf8');
      expect(status).toMatch(/^CapEff:\s+0+$/mu);
      expect(status).toMatch(/^NoNewPrivs:\s+1$/mu);
      expect(status).not.toMatch(/^Uid:\s+0\b/mu);
      const interfaces = readFileSync(`/proc/${State.Pid}/net/dev`, 'utf8').trim().split('\n').slice(2);
      expect(interfaces.map((line) => line.trim().split(':')[0])).toEqual(['lo']);
    }));

  test('has a folder that is full at its limit', () =>
    started(async ({ socket }) => {
      const file = join(dirname(socket), 'large');
      expect(() => writeFileSync(file, Buffer.alloc((LIMITS.folder + 1) * 1024 ** 2))).toThrow('ENOSPC');
    }));

  test('that ends before it answers is an error with its log', async () => {
    const other = { ...program, image: { ...(await imageOf(engine, program)), program: '/nowhere' } };
    await expect(runtime.launch({ program: other, chainId: 'provider' })).rejects.toThrow('/nowhere');
    // Without its backend variable and chain id, which it looks for under another name.
    const error = await runtime
      .launch({ program: { ...program, envPrefix: 'OTHER' }, chainId: 'provider' })
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ProgramDied);
    expect(error).toMatchObject({ message: expect.stringMatching(/ended with code \d+ before it answered/) });
    expect(error).toMatchObject({ log: expect.stringContaining('genesis.json') });
    expect(await containersOf(process.pid)).toEqual([]);
  });

  test('that nobody waits for any more is gone', async () => {
    const waiting = new AbortController();
    const launch = runtime.launch({ program, chainId: 'provider', signal: waiting.signal });
    waiting.abort();
    await expect(launch).rejects.toThrow('aborted');
    await expect(runtime.launch({ program, chainId: 'provider', signal: waiting.signal })).rejects.toThrow('aborted');
    expect(await containersOf(process.pid)).toEqual([]);
  });

  test('that is killed says so', () =>
    started(async ({ ended }, id) => {
      await engine.client.container.getById(id).kill();
      expect(await ended).toBe('was ended by SIGKILL');
    }));

  test('can be taken from an image that the user has, and no image is pulled', async () => {
    const { reference, program: place } = await imageOf(engine, program);
    const found = await openImage(reference, program.appName);
    expect(found.image.program).toBe(place);
    expect(readFileSync(found.path).equals(readFileSync(program.path))).toBe(true);
    await expect(openImage(reference, 'another-program')).rejects.toThrow('has no program another-program');
    await expect(openImage('lockstep/nowhere:1', 'pd')).rejects.toThrow('There is no image lockstep/nowhere:1');
    expect(await containersOf(process.pid)).toEqual([]);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('is gone when its harness gets %s', async (signal) => {
    const { harness, ended } = await hold();
    expect(await containersOf(harness.pid)).toHaveLength(1);
    harness.kill(signal);
    await ended;
    expect(await containersOf(harness.pid)).toEqual([]);
  });

  test.each(['exit', 'throw'])('is gone when its harness ends by %s', async (ending) => {
    const { harness, ended } = await hold(ending);
    await ended;
    expect(await containersOf(harness.pid)).toEqual([]);
  });

  test('of a harness that was killed is removed by the next one, which touches nothing else', async () => {
    const { harness, ended } = await hold();
    harness.kill('SIGKILL');
    await ended;
    expect(await containersOf(harness.pid)).toHaveLength(1);
    const { reference } = await imageOf(engine, program);
    const { dockerode } = engine.client.container;
    const foreign = await dockerode.createContainer({ Image: reference, NetworkDisabled: true });
    const elsewhere = await dockerode.createContainer({
      Image: reference,
      NetworkDisabled: true,
      // A process id of another world of processes, of which nobody here knows whether it lives.
      Labels: { ...labelsOf(thisHarness()), [LABELS.pid]: '4194304', [LABELS.processes]: 'pid:[1]' },
    });
    try {
      await started(async (_, id) => {
        await removeOrphans(engine);
        expect(await containersOf(harness.pid)).toEqual([]);
        const left = (await dockerode.listContainers({ all: true })).map(({ Id }) => Id);
        expect(left).toEqual(expect.arrayContaining([id, foreign.id, elsewhere.id]));
      });
    } finally {
      await Promise.all([foreign.id, elsewhere.id].map((id) => removeContainer(engine, id)));
    }
  });
});
