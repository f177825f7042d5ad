import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { lockstepProgram } from './cli/program.ts';
import { commandsIn, COVERED, PAGES, pageText } from './testing/documented-commands.ts';

const inRoot = (path: string): URL => new URL(`../${path}`, import.meta.url);
const MOST_LINES = 150;

describe.each(PAGES)('%s', (page) => {
  const text = pageText(page);

  test('links to files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(new URL(link, inRoot(page))))).toEqual([]);
  });

  test('names files and folders that are there', () => {
    const paths = [...text.matchAll(/`((?:specs|model|traces|harness|docs)\/[^`<*]*)`/g)].map(([, path = '']) => path);
    expect(paths.filter((path) => !existsSync(inRoot(path)))).toEqual([]);
  });

  test('quotes code as it is', () => {
    for (const [, path = '', quote = ''] of text.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)) {
      expect(readFileSync(inRoot(path), 'utf8'), `${path} is quoted`).toContain(quote);
    }
  });

  test('marks every block of commands with sh, so that a test runs them', () => {
    const others = [...text.matchAll(/^```(?!sh\n)\w+.*?\n(.*?)^```$/gms)].map(([, block = '']) => block);
    expect(others.filter((block) => /^(?:\$ )?(?:npm|npx|lockstep|docker) /mu.test(block))).toEqual([]);
  });

  test('names scripts that package.json has', () => {
    const scripts = [...text.matchAll(/`npm (?:run )?([a-z]+)`/gu)].map(([, script = '']) => script);
    expect(scripts.filter((script) => !(script in packageJson.scripts))).toEqual([]);
  });
});

test('every page is checked', () => {
  const markdown = ['.', 'docs'].flatMap((folder) =>
    readdirSync(inRoot(`${folder}/`))
      .filter((file) => file.endsWith('.md'))
      .map((file) => (folder === '.' ? file : `${folder}/${file}`)),
  );
  expect([...PAGES].toSorted()).toEqual(markdown.toSorted());
});

test(`the README has at most ${MOST_LINES} lines`, () => {
  expect(pageText('README.md').split('\n').length).toBeLessThanOrEqual(MOST_LINES);
});

test('the README links to every page', () => {
  const readme = pageText('README.md');
  expect(PAGES.filter((page) => page !== 'README.md' && !readme.includes(`](${page})`))).toEqual([]);
});

test('each command that a cheaper one stands for is in the documents', () => {
  const all = PAGES.flatMap((page) => commandsIn(pageText(page)));
  expect(Object.keys(COVERED).filter((command) => !all.includes(command))).toEqual([]);
});

describe('a documented command', () => {
  const commands = [...new Set(PAGES.flatMap((page) => commandsIn(pageText(page))))];

  test.each(commands.filter((command) => command.includes('lockstep -- ')))('%s has options that there are', (line) => {
    const [, words = ''] = line.split('lockstep -- ');
    const [name = '', ...rest] = words.split(' ');
    if (name === '--help') return;
    const command = lockstepProgram().commands.find((known) => known.name() === name);
    const known = command?.options.map(({ long }) => long);
    expect(known).toEqual(expect.arrayContaining(rest.filter((word) => word.startsWith('--'))));
  });

  test('that does not run here is run by a test file or by CI', () => {
    const files = Object.values(COVERED).flatMap((covered) => ('testedBy' in covered ? [covered.testedBy] : []));
    expect(files.filter((file) => !existsSync(inRoot(file)))).toEqual([]);
  });
});
