import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkUpOfReleases } from './built-releases.ts';
import { checkUpOfCache, spaceFor } from './cache.ts';
import { checkUpText, isHealthy } from './check-up.ts';
import { checkUpOfSystem, examine } from './examine.ts';
import { checkUpOfGo } from './go.ts';
import { checkUpOfMemory, checkUpOfSocket } from './homes.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lockstep-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function goOf(version: string): Promise<NodeJS.ProcessEnv> {
  await writeFile(join(folder, 'go'), `#!/bin/sh\necho go${version}; echo linux; echo amd64\n`);
  await chmod(join(folder, 'go'), 0o755);
  return { PATH: folder, LOCKSTEP_CACHE: join(folder, 'cache') };
}

describe('Go', () => {
  test('that is new enough is named with the version that is needed', async () => {
    const text = '1.99.0 (1.24.0 or newer is needed)';
    expect(await checkUpOfGo(await goOf('1.99.0'))).toEqual({ name: 'Go', status: 'ok', text });
  });

  test('that is too old or missing is a problem with what to do', async () => {
    expect(await checkUpOfGo(await goOf('1.20'))).toMatchObject({
      status: 'problem',
      hint: expect.stringMatching(/^Install Go/),
    });
    await rm(join(folder, 'go'));
    expect(await checkUpOfGo({ PATH: folder })).toMatchObject({
      status: 'problem',
      hint: expect.stringMatching(/^Install Go/),
    });
  });
});

describe('a release', () => {
  test('that is not built is no problem', async () => {
    const [newest] = await checkUpOfReleases(await goOf('1.99.0'));
    const hint = expect.stringContaining('lockstep build v');
    expect(newest).toMatchObject({
      name: expect.stringMatching(/^release v/),
      status: 'note',
      text: 'not built',
      hint,
    });
  });

  test('cannot be known without Go, which is told elsewhere', async () => {
    for (const { status } of await checkUpOfReleases({ PATH: folder })) expect(status).toBe('note');
  });
});

describe('the cache', () => {
  test('need not be there yet', () => {
    expect(checkUpOfCache(0, { LOCKSTEP_CACHE: join(folder, 'a/b') })).toMatchObject({
      text: expect.stringContaining(join(folder, 'a/b')),
    });
  });

  test('that cannot be written is a problem', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(checkUpOfCache(0, { LOCKSTEP_CACHE: join(folder, 'file/a') })).toMatchObject({
      status: 'problem',
      hint: expect.stringContaining('LOCKSTEP_CACHE'),
    });
  });

  test.each([
    [0, 0.1, 'problem'],
    [0, 1, 'ok'],
    [2, 1, 'note'],
    [2, 10, 'ok'],
  ])('with %d releases to build and %d GiB free', (missing, free, status) => {
    expect(spaceFor(missing, free * 1024 ** 3, '/cache').status).toBe(status);
  });
});

describe('the folder of programs', () => {
  test('is best in memory', () => {
    expect(checkUpOfMemory('/dev/shm')).toMatchObject({ status: 'ok' });
    expect(checkUpOfMemory(tmpdir())).toMatchObject({ status: 'note', hint: expect.stringContaining('/dev/shm') });
    expect(checkUpOfMemory('/nowhere')).toMatchObject({ status: 'problem' });
  });

  test('must leave room for the path of a socket', () => {
    expect(checkUpOfSocket('/tmp')).toMatchObject({ status: 'ok' });
    expect(checkUpOfSocket(`/${'a'.repeat(88)}`)).toMatchObject({
      status: 'ok',
      text: expect.stringContaining('107 bytes'),
    });
    expect(checkUpOfSocket(`/${'a'.repeat(89)}`)).toMatchObject({ status: 'problem' });
  });
});

test('only Linux will do', () => {
  expect(checkUpOfSystem('darwin', 'arm64')).toMatchObject({ status: 'problem' });
  expect(checkUpOfSystem('linux', 'arm64')).toMatchObject({ status: 'note' });
  expect(checkUpOfSystem('linux', 'x64')).toMatchObject({ status: 'ok' });
});

test('everything is looked at', async () => {
  const names = (await examine()).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['Node', 'Go', 'cache', 'program folders', 'sockets', 'containers', 'real nodes']),
  );
});

test('each check is a line, with what to do below', () => {
  const checks = [
    { name: 'Go', status: 'problem', text: 'none', hint: 'Install Go.' },
    { name: 'cache', status: 'ok', text: 'fine' },
  ] as const;
  expect(checkUpText(checks)).toBe(`problem  Go     none\n                Install Go.\nok       cache  fine`);
  expect(isHealthy(checks)).toBe(false);
});
