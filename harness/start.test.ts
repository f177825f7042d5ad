import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

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
