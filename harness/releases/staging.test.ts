import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileError, SetupError } from '../setup-error.ts';
import { makeOnce } from './staging.ts';

let parent: string;
beforeEach(async () => {
  parent = join(await mkdtemp(join(tmpdir(), 'lockstep-test-')), 'cache');
});
afterEach(() => rm(join(parent, '..'), { recursive: true, force: true }));

test('nothing can be seen at the place before all of it is there', async () => {
  const place = await makeOnce(parent, 'a', async (folder) => {
    await writeFile(join(folder, 'half'), '1');
    expect(await readdir(parent)).not.toContain('a');
  });
  expect(place).toBe(join(parent, 'a'));
  expect(await readdir(parent)).toEqual(['a']);
});

test('of two that make the same at once the first counts, and both succeed', async () => {
  const makers = ['x', 'y'].map((text) => makeOnce(parent, 'a', (folder) => writeFile(join(folder, 'who'), text)));
  await Promise.all(makers);
  expect(await readdir(parent)).toEqual(['a']);
  expect(['x', 'y']).toContain(await readFile(join(parent, 'a', 'who'), 'utf8'));
});

test('what fails half-way leaves nothing', async () => {
  const failing = makeOnce(parent, 'a', async (folder) => {
    await writeFile(join(folder, 'half'), '1');
    throw new Error('no more');
  });
  await expect(failing).rejects.toThrow('no more');
  expect(await readdir(parent)).toEqual([]);
});

test('what a killed process left long ago is removed, what is new stays', async () => {
  for (const name of ['.new-old', '.new-now']) await mkdir(join(parent, name), { recursive: true });
  await utimes(join(parent, '.new-old'), 0, 0);
  await makeOnce(parent, 'a', async () => undefined);
  expect((await readdir(parent)).toSorted()).toEqual(['.new-now', 'a']);
});

test('a full disk is told in words', async () => {
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  const error = await makeOnce(parent, 'a', () => Promise.reject(full)).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(SetupError);
  expect(error).toMatchObject({
    message: `The disk is full: cannot write to ${parent}`,
    hint: 'Free some space and try again.',
  });
});

test('a folder that may not be written to is told in words, an unknown error stays what it is', () => {
  expect(fileError(Object.assign(new Error('x'), { code: 'EROFS' }), '/c')).toHaveProperty(
    'hint',
    expect.stringContaining('LOCKSTEP_CACHE'),
  );
  const spawn = Object.assign(new Error('x'), { code: 'EACCES', syscall: 'spawn /p' });
  expect(fileError(spawn, '/c')).toBe(spawn);
});
