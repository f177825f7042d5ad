import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-test-'));
  copyFileSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The rules of this repository that a file of this name and text breaks. */
function broken(file: string, text: string): readonly string[] {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
  const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json', '.'], { cwd: folder, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string }[] };
  return diagnostics.map(({ code }) => code);
}

describe('the import table', () => {
  const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
    specs: [],
    model: ['specs'],
    traces: ['specs', 'model'],
    harness: ['specs', 'model', 'traces'],
  };
  const rooms = Object.keys(MAY_IMPORT);
  const pairs = rooms.flatMap((from) => rooms.filter((to) => to !== from).map((to) => [from, to] as const));

  test.each(pairs)('from %s to %s', (from, to) => {
    const text = `import { thing } from '../../${to}/part/thing.ts';\nexport const same = thing;\n`;
    const expected = MAY_IMPORT[from]?.includes(to) ? [] : ['eslint(no-restricted-imports)'];
    expect(broken(`${from}/part/own.ts`, text)).toEqual(expected);
  });

  test.each([
    ['a type', "import type { Thing } from '../harness/thing.ts';\nexport type Same = Thing;\n"],
    ['an export of what is elsewhere', "export { thing } from '../harness/thing.ts';\n"],
    ['an import at run time', "export const thing = await import('../harness/thing.ts');\n"],
  ])('covers %s', (_, text) => {
    expect(broken('model/own.ts', text)).toEqual(['eslint(no-restricted-imports)']);
  });
});

describe('on the way of a trace', () => {
  test.each([
    ['the clock', 'export const now = Date.now();\n'],
    ['chance', 'export const draw = Math.random();\n'],
    ['a timer', 'export const later = setTimeout(console.log, 1);\n'],
  ])('%s is refused', (_, text) => {
    for (const room of ['specs', 'model', 'traces']) {
      expect(broken(`${room}/own.ts`, text)).toEqual([expect.stringMatching(/no-restricted-(properties|globals)/)]);
      rmSync(join(folder, room), { recursive: true });
    }
  });
});
