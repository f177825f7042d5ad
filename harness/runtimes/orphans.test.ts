import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FOLDER_PREFIX, ownerFile, removeOrphans } from './orphans.ts';
import { labelsOf, LABELS, thisHarness } from './owner.ts';

const { pid: dead } = spawnSync('true');
const GONE = JSON.stringify({ ...labelsOf(thisHarness()), [LABELS.pid]: String(dead) });

let parent: string;
beforeEach(() => void (parent = mkdtempSync(join(tmpdir(), 'lockstep-test-'))));
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function folder(name: string, owner?: string): string {
  const path = join(parent, name);
  mkdirSync(path);
  if (owner !== undefined) writeFileSync(join(path, '.owner'), owner);
  return path;
}

test('a folder whose harness has ended is removed, with what works in it', async () => {
  const left = folder(`${FOLDER_PREFIX}left`, GONE);
  const program = spawn('sleep', ['60'], { cwd: left });
  await once(program, 'spawn');
  removeOrphans(parent);
  expect(await once(program, 'exit')).toEqual([null, 'SIGKILL']);
  expect(existsSync(left)).toBe(false);
});

test('no other folder is touched', () => {
  const own = Object.values(ownerFile())[0];
  const others = [
    folder(`${FOLDER_PREFIX}own`, own),
    folder(`${FOLDER_PREFIX}nobody`),
    folder(`${FOLDER_PREFIX}spoilt`, '{'),
    folder('another', GONE),
  ];
  symlinkSync(join(parent, 'another'), join(parent, `${FOLDER_PREFIX}link`));
  removeOrphans(parent);
  expect(others.filter((path) => !existsSync(path))).toEqual([]);
  expect(existsSync(join(parent, `${FOLDER_PREFIX}link`))).toBe(true);
});

test('a place that cannot be read has none', () => {
  expect(() => removeOrphans(join(parent, 'nowhere'))).not.toThrow();
});
