import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const PAGES = ['README.md', 'docs/extending.md'];
const inRoot = (path: string): URL => new URL(`../${path}`, import.meta.url);

describe.each(PAGES)('%s', (page) => {
  const text = readFileSync(inRoot(page), 'utf8');

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
});
