import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CI_ONLY, leftOut, leftOutText } from './ci-only.ts';

test('each file that only CI runs is there', () => {
  expect(CI_ONLY.filter(({ file }) => !existsSync(new URL(`../../${file}`, import.meta.url)))).toEqual([]);
});

test('CI leaves nothing out', () => {
  expect(leftOut(true)).toEqual([]);
});

test('a file is left out elsewhere, but not one of which only a part is for CI', () => {
  expect(leftOut(false)).toContain('harness/engines/cometbft/nodes.conformance.test.ts');
  expect(leftOut(false)).not.toContain('harness/promises/corpus.conformance.test.ts');
});

test('a file that somebody names is run', () => {
  const file = 'harness/engines/cometbft/nodes.conformance.test.ts';
  expect(leftOut(false, ['run', '--project', 'conformance', file])).not.toContain(file);
  expect(leftOut(false, ['run', '--project', 'conformance', 'cometbft/'])).not.toContain(file);
  expect(leftOut(false, ['run', '--project', 'conformance'])).toContain(file);
});

test('what is left out is named with the reason and the command that runs it', () => {
  const text = leftOutText();
  for (const { file, why } of CI_ONLY) expect(text).toMatch(new RegExp(`^ {2}${file}.*: ${why}$`, 'mu'));
  expect(text).toContain('CI=true npm test');
});
