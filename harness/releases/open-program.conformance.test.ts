import { chmod, copyFile, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { SetupError } from '../setup-error.ts';
import { readBuildInfo, testedModules } from './build-info.ts';
import { loadRelease, type LoadedRelease } from './load-release.ts';
import { openProgram } from './open-program.ts';
import { misfitOf } from './release-fit.ts';
import { readRelease, releaseNames } from './release.ts';

const BUILD_TIMEOUT = 30 * 60_000;
const NEWEST = 'v7.0.1';
const release = readRelease(NEWEST);

let folder: string;
let loaded: LoadedRelease;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lockstep-test-'));
  loaded = await loadRelease(NEWEST);
}, BUILD_TIMEOUT);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function place(name: string, content: string | Buffer, mode = 0o755): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  await chmod(path, mode);
  return path;
}

describe.each(releaseNames())('release %s', (name) => {
  test(
    'has two programs that tell what they are made of',
    async () => {
      const { provider, consumer } = await loadRelease(name);
      expect(provider).toMatchObject({ role: 'provider', appName: 'interchain-security-pd' });
      expect(consumer).toMatchObject({
        role: 'consumer',
        envPrefix: expect.stringMatching(/^INTERCHAIN_SECURITY_CDD?$/),
      });
      expect(Object.keys(provider.defaultGenesis)).toContain('provider');
      expect(Object.keys(consumer.defaultGenesis)).toContain('ccvconsumer');
      for (const program of [provider, consumer]) {
        expect(misfitOf(program, readRelease(name))).toBeUndefined();
        expect(program.sha256).toMatch(/^[0-9a-f]{64}$/);
        expect(Object.keys(testedModules(program.buildInfo)).toSorted()).toEqual([
          'cometbft',
          'cosmos-sdk',
          'iavl',
          'ibc-go',
          'interchain-security',
        ]);
        expect(testedModules(program.buildInfo)['interchain-security']).toBe(readRelease(name).version);
        expect(program.buildInfo.settings['CGO_ENABLED']).toBe('0');
      }
    },
    BUILD_TIMEOUT,
  );
});

describe("a user's program", () => {
  // With an empty cache, so that everything is found out anew and nothing of it stays.
  beforeAll(() => void vi.stubEnv('LOCKSTEP_CACHE', join(folder, 'cache')));
  afterAll(() => void vi.unstubAllEnvs());

  test('is opened under its own name, also through a link', async () => {
    await copyFile(loaded.consumer.path, join(folder, 'my-chain.d'));
    await symlink(join(folder, 'my-chain.d'), join(folder, 'link'));
    const program = await openProgram(join(folder, 'link'), 'consumer', release);
    expect(program).toMatchObject({ sha256: loaded.consumer.sha256, envPrefix: 'MY_CHAIN_D' });
    expect(program.features).toEqual(loaded.consumer.features);
  });

  test('that was replaced is seen as another one', async () => {
    const path = await place('changing', await readFile(loaded.consumer.path));
    const before = await openProgram(path, 'consumer', release);
    await copyFile(loaded.provider.path, path);
    expect((await openProgram(path, 'provider', release)).sha256).not.toBe(before.sha256);
  });

  test.each<[string, () => Promise<string>, string, string]>([
    ['is not there', async () => join(folder, 'absent'), 'There is no program', 'Check the path'],
    ['is a folder', async () => folder, 'is not a file', 'path of the program itself'],
    ['is not executable', () => place('plain', '', 0o644), 'is not executable', 'chmod +x'],
    ['is a script', () => place('script', '#!/bin/sh\n'), 'is not a Linux program', 'interchain-security-pd'],
    ['is another program', async () => '/bin/sh', 'is not a program of Interchain Security', 'interchain-security-pd'],
  ])('that %s is refused with what to do', async (_, make, message, hint) => {
    const error = await openProgram(await make(), 'provider', release).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(SetupError);
    expect(error).toHaveProperty('message', expect.stringContaining(message));
    expect(error).toHaveProperty('hint', expect.stringContaining(hint));
  });

  test('that has the other role is refused', async () => {
    await expect(openProgram(loaded.consumer.path, 'provider', release)).rejects.toThrow(
      'is not a provider: it is a consumer',
    );
  });

  test('that is cut off is refused', async () => {
    const whole = await readFile(loaded.consumer.path);
    const path = await place('cut', whole.subarray(0, Math.floor(whole.length * 0.9)));
    await expect(openProgram(path, 'consumer', release)).rejects.toThrow(SetupError);
  });
});

test('a file without build information has none', () => {
  expect(readBuildInfo(Buffer.alloc(100))).toBeUndefined();
});

test('the default genesis cannot be changed by accident', () => {
  expect(Object.isFrozen(loaded.provider.defaultGenesis['staking'])).toBe(true);
});
