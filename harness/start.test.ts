import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-test-'));
  writeFileSync(
    join(folder, 'end.ts'),
    'const words: string[] = process.argv.slice(2);\nprocess.exitCode = words.length;\n',
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a program; `options` are those of Node. */
function start(options: readonly string[], args: readonly string[], root = ROOT): SpawnSyncReturns<string> {
  const argv = [...options, join(root, 'harness/start.js'), ...args];
  return spawnSync(process.execPath, argv, { encoding: 'utf8' });
}

test('a program gets its arguments, and its exit code is kept', () => {
  expect(start([], [join(folder, 'end.ts'), 'a', 'b c'])).toMatchObject({ status: 2, stderr: '' });
});

test('a Node that cannot run TypeScript hands over to the locked one, where there is one', () => {
  const { status } = start(['--no-experimental-strip-types'], [join(folder, 'end.ts'), 'a', 'b', 'c', 'd']);
  const handsOver = process.platform === 'linux' && process.arch === 'x64';
  expect(status).toBe(handsOver ? 4 : 3);
});

test('without a locked Node the user learns which Node to install', () => {
  mkdirSync(join(folder, 'harness'));
  cpSync(join(ROOT, 'harness/start.js'), join(folder, 'harness/start.js'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'package-lock.json'), '{ "packages": { "": {} } }');
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync('../package-lock.json', join(folder, 'node_modules/.package-lock.json'));
  const { status, stderr } = start(['--no-experimental-strip-types'], [join(folder, 'end.ts')], folder);
  expect(stderr).toContain('Install Node 22.18 or newer.');
  expect(status).toBe(3);
});

test('no program is wrong use', () => {
  expect(start([], []).status).toBe(3);
});

/** A clone without packages, whose npm goes on only when it is let: what it did stands in `said`. */
function freshClone() {
  mkdirSync(join(folder, 'harness'));
  mkdirSync(join(folder, 'bin'));
  cpSync(join(ROOT, 'harness/start.js'), join(folder, 'harness/start.js'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'package-lock.json'), '{ "packages": { "": {}, "node_modules/a": { "version": "1" } } }');
  const npm = [
    '#!/bin/sh',
    'echo begins >> said',
    'until [ -e go ] || [ ! -e said ]; do sleep 0.02; done',
    'mkdir -p node_modules',
    'cp package-lock.json node_modules/.package-lock.json',
    'echo ends >> said',
  ];
  writeFileSync(join(folder, 'bin/npm'), `${npm.join('\n')}\n`, { mode: 0o755 });
  return {
    said: () => readFileSync(join(folder, 'said'), 'utf8'),
    letNpmGoOn: () => writeFileSync(join(folder, 'go'), ''),
  };
}

/** A command in the clone, with what it has said so far; in a process group of its own. */
function begin() {
  const child = spawn(process.execPath, [join(folder, 'harness/start.js'), join(folder, 'end.ts'), 'a'], {
    env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}` },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (more: string) => (text += more));
  return {
    child,
    ended: once(child, 'exit'),
    says: (what: string) => vi.waitFor(() => expect(text).toContain(what), { timeout: 20_000 }),
  };
}

const WAITS = 'Waiting for another command to install the locked packages';

describe.runIf(process.platform === 'linux')('in a fresh clone', () => {
  test('a second command waits until the first has installed the packages', async () => {
    const clone = freshClone();
    const first = begin();
    await first.says('Installing the locked packages');
    const second = begin();
    await second.says(WAITS);
    clone.letNpmGoOn();
    expect([await first.ended, await second.ended]).toEqual([
      [1, null],
      [1, null],
    ]);
    expect(clone.said()).toBe('begins\nends\n');
  });

  test('it waits for the npm of a command that was killed', async () => {
    const clone = freshClone();
    const first = begin();
    await vi.waitFor(() => expect(clone.said()).toBe('begins\n'), { timeout: 20_000 });
    first.child.kill('SIGKILL');
    await first.ended;
    const second = begin();
    await second.says(WAITS);
    clone.letNpmGoOn();
    expect(await second.ended).toEqual([1, null]);
    expect(clone.said()).toBe('begins\nends\n');
  });

  test('nothing is left to wait for when all of the first was killed', async () => {
    const clone = freshClone();
    const first = begin();
    await vi.waitFor(() => expect(clone.said()).toBe('begins\n'), { timeout: 20_000 });
    const second = begin();
    await second.says(WAITS);
    process.kill(-Number(first.child.pid), 'SIGKILL');
    await second.says('Installing the locked packages');
    clone.letNpmGoOn();
    expect(await second.ended).toEqual([1, null]);
    expect(clone.said()).toBe('begins\nbegins\nends\n');
  });
});
