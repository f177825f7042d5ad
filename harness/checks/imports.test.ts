import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compareImports, readImportTable } from './import-table.ts';
import { circlesIn, importsIn, readImports, type Import } from './imports.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TOP = ['specs', 'model', 'traces', 'harness'];
const PAGE = readFileSync(`${ROOT}/docs/architecture.md`, 'utf8');
const IMPORTS = readImports(ROOT, TOP);

/** Tests may import from any folder of harness/. */
const isTest = (file: string): boolean => file.endsWith('.test.ts') || file.includes('/testing/');
const withoutTests = IMPORTS.filter(({ from }) => !isTest(from));

const topFolder = (file: string): string | undefined => file.split('/')[0];

/** The folder of harness/; the files beside the folders belong to none. */
function harnessFolder(file: string): string | undefined {
  const [top, folder, ...rest] = file.split('/');
  return top === 'harness' && rest.length > 0 ? folder : undefined;
}

describe('the imports of this repository', () => {
  test('keep to the table of top folders', () => {
    expect(compareImports(IMPORTS, readImportTable(PAGE, 'Top folders'), topFolder)).toEqual([]);
  });

  test('keep to the table of the folders of harness/', () => {
    const table = readImportTable(PAGE, 'Folders of harness/');
    expect(compareImports(withoutTests, table, harnessFolder)).toEqual([]);
  });

  test('form no circle between folders of harness/', () => {
    const within = withoutTests.filter(({ from, to }) => harnessFolder(from) && harnessFolder(to));
    expect(circlesIn(within, (file) => harnessFolder(file) ?? file)).toEqual([]);
  });

  test('form no circle between files', () => {
    expect(circlesIn(IMPORTS, (file) => file)).toEqual([]);
  });

  test('go from the files beside the folders of harness/ to no folder', () => {
    const outward = withoutTests.filter(({ from, to }) => /^harness\/[^/]+$/u.test(from) && harnessFolder(to));
    expect(outward).toEqual([]);
  });

  test('are read from every file', () => {
    expect(IMPORTS.length).toBeGreaterThan(3000);
    for (const top of TOP) expect(IMPORTS.some(({ from }) => from.startsWith(`${top}/`))).toBe(true);
  });
});

test('the table of the folders of harness/ has a row for each folder', () => {
  const ofTests = new Set(['promises', 'testing']);
  const folders = readdirSync(`${ROOT}/harness`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !ofTests.has(entry.name))
    .map(({ name }) => name);
  expect([...readImportTable(PAGE, 'Folders of harness/').keys()].toSorted()).toEqual(folders.toSorted());
});

describe('imports are read', () => {
  test.each([
    ['a value', "import { a } from './b.ts';", 1],
    ['a type', "import type { A } from './b.ts';", 1],
    ['over several lines', "import {\n  a,\n  type B,\n} from './b.ts';", 4],
    ['an export of what is elsewhere', "\nexport * from './b.ts';", 2],
    ['an import for its effect', "import './b.ts';", 1],
    ['an import at run time', "const a = await import('./b.ts');", 1],
    ['a type that is imported in place', "type A = import('./b.ts').A;", 1],
  ])('%s', (_, text, line) => {
    expect(importsIn('harness/x/a.ts', text)).toEqual([{ from: 'harness/x/a.ts', line, to: 'harness/x/b.ts' }]);
  });

  test('but not those of packages', () => {
    expect(importsIn('harness/x/a.ts', "import { test } from 'vitest';\nimport { join } from 'node:path';\n")).toEqual(
      [],
    );
  });
});

const edge = (from: string, to: string): Import => ({ from, line: 7, to });

describe('a circle', () => {
  test('of two files is found, with file and line', () => {
    expect(circlesIn([edge('a.ts', 'b.ts'), edge('b.ts', 'a.ts'), edge('b.ts', 'c.ts')], (file) => file)).toEqual([
      'a.ts → b.ts → a.ts:\n  a.ts:7 imports b.ts\n  b.ts:7 imports a.ts',
    ]);
  });

  test('of folders is found where no files form one', () => {
    const imports = [edge('a/1.ts', 'b/1.ts'), edge('b/2.ts', 'c/1.ts'), edge('c/2.ts', 'a/2.ts')];
    expect(circlesIn(imports, (file) => file)).toEqual([]);
    expect(circlesIn(imports, (file) => file.split('/')[0] ?? '')).toEqual([expect.stringContaining('a → b → c → a')]);
  });
});

describe('the table', () => {
  const page = [
    '# Page',
    '',
    '## Folders',
    '',
    '| folder | what lives there | may import |',
    '| ------ | ---------------- | ---------- |',
    '| `a`    | one              | nothing    |',
    '| `b`    | two              | a          |',
    '',
    '## Next',
    '',
    '| `c` | three | a, b |',
    '',
  ].join('\n');

  test('is read from under its heading', () => {
    const table = readImportTable(page, 'Folders');
    expect(table).toEqual(
      new Map([
        ['a', new Set()],
        ['b', new Set(['a'])],
      ]),
    );
    expect(() => readImportTable(page, 'Missing')).toThrow('no heading "Missing"');
    expect(() => readImportTable(page.replaceAll('`', ''), 'Folders')).toThrow('no table');
  });

  test('refuses an import that it does not name, with file and line', () => {
    const table = readImportTable(page, 'Folders');
    expect(compareImports([edge('a/1.ts', 'b/1.ts'), edge('b/1.ts', 'a/2.ts')], table, topFolder)).toEqual([
      'a/1.ts:7: a may not import b (b/1.ts)',
    ]);
    expect(compareImports([edge('d/1.ts', 'a/1.ts'), edge('b/1.ts', 'a/2.ts')], table, topFolder)).toEqual([
      'd/1.ts:7: d may not import a (a/1.ts)',
    ]);
  });

  test('names no import that does not exist', () => {
    expect(compareImports([], readImportTable(page, 'Folders'), topFolder)).toEqual(['b may import a and does not']);
  });
});
