import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { DEVIATIONS } from '../../specs/deviations/index.ts';
import { FEATURES } from '../../specs/feature.ts';
import { PROPERTIES } from '../../specs/properties/index.ts';
import { WITNESSES } from '../../specs/witnesses/index.ts';
import { releaseNames } from '../releases/release.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COMMANDS =
  'run replay shrink check agree build releases properties deviations witnesses messages explain coverage doctor'.split(
    ' ',
  );

/** Runs the command as a user would. */
function lockstep(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): { status: number | null; out: string; err: string } {
  const result = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status: result.status, out: result.stdout, err: result.stderr };
}

/** What a command answers to `--json`. */
function json(...args: readonly string[]): unknown {
  return JSON.parse(lockstep([...args, '--json']).out);
}

describe('help', () => {
  test('names every command, the exit codes and examples', () => {
    const { status, out } = lockstep(['--help']);
    expect(status).toBe(0);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(out).toContain('Exit codes: 0 conforms, 1 diverges, 2 inconclusive, 3 wrong use or broken set-up.');
    expect(out).toContain('Examples:');
  });

  test.each(COMMANDS)('of %s has an example', (command) => {
    const { status, out } = lockstep([command, '--help']);
    expect(status).toBe(0);
    expect(out).toMatch(new RegExp(`^Examples?:\n {2}\\$ lockstep ${command}`, 'm'));
  });

  test('the version is that of the package', () => {
    expect(lockstep(['--version'])).toMatchObject({ status: 0, out: `${packageJson.version}\n` });
  });
});

describe('wrong use ends with 3 and says what to do', () => {
  test.each<[string, readonly string[], string]>([
    ['no command', [], 'Usage: lockstep'],
    ['an unknown command', ['ruin'], 'Did you mean run?'],
    ['an unknown option', ['run', '--sede', '1'], 'Did you mean --seed?'],
    ['an option that is no number', ['run', '--seed', 'x'], 'It must be a whole number'],
    ['an unknown release', ['build', 'v0.0.0'], `Choose one of ${releaseNames().join(', ')}`],
    ['a trace that is not named', ['replay'], 'With --help it says what there is'],
    ['an unknown property', ['explain', 'nothing'], 'lockstep properties'],
    ['a trace that is not there', ['replay', 'absent.json'], 'absent.json: cannot be read'],
    ['a trace that breaks its schema', ['replay', 'package.json'], 'package.json: the field lockstep is missing'],
    ['a program that is not there', ['run', '--provider-bin', '/absent'], 'Check the path'],
  ])('%s', (_, args, words) => {
    const { status, err } = lockstep(args);
    expect(err).toContain(words);
    expect(status).toBe(3);
  });

  test('no Go', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lockstep-test-'));
    try {
      const { status, err } = lockstep(['build', 'v7.0.1'], { PATH: folder, LOCKSTEP_CACHE: folder });
      expect(err).toContain('Install Go');
      expect(status).toBe(3);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('for a machine', () => {
  test('the releases are listed with their features', () => {
    const list = json('releases') as { default: string; releases: { name: string; provider: string[] }[] };
    expect(list.releases.map(({ name }) => name)).toEqual(releaseNames());
    expect(releaseNames()).toContain(list.default);
    for (const { provider } of list.releases) expect(Object.keys(FEATURES)).toEqual(expect.arrayContaining(provider));
  });

  test('the properties are listed with what becomes of them on every release', () => {
    const { properties } = json('properties') as {
      properties: { name: string; status: string; retiredBy: string; releases: Record<string, string> }[];
    };
    expect(new Set(properties.map(({ name }) => name))).toEqual(new Set(PROPERTIES.map(({ name }) => name)));
    for (const { status, retiredBy, releases } of properties) {
      expect(releases).toEqual(Object.fromEntries(releaseNames().map((release) => [release, status])));
      expect(retiredBy === '').toBe(status === 'executable');
    }
  });

  test('the deviations are listed with what each of them breaks', () => {
    const { deviations } = json('deviations') as { deviations: { name: string; breaks: string }[] };
    expect(deviations.map(({ name, breaks }) => [name, breaks])).toEqual(
      DEVIATIONS.map(({ name, breaks }) => [name, breaks]),
    );
  });

  test('the witnesses are listed with what happens', () => {
    const { witnesses } = json('witnesses') as { witnesses: { name: string; describes: string }[] };
    expect(witnesses.map(({ name, describes }) => [name, describes])).toEqual(
      WITNESSES.map(({ name, describes }) => [name, describes]),
    );
  });

  test('doctor says whether a campaign can run', () => {
    expect(json('doctor')).toMatchObject({ healthy: expect.any(Boolean), checks: expect.any(Array) });
    expect(lockstep(['doctor'], { PATH: '/nowhere' })).toMatchObject({
      status: 3,
      out: expect.stringContaining('problem'),
    });
  });
});

test('a person gets the deviations in columns, with the trace that shows each', () => {
  const { out } = lockstep(['deviations']);
  expect(out).toMatch(/^deviation +trace +applies to +breaks$/m);
  expect(out).toMatch(/^channel-version +opening +all releases +ICS-028/m);
});

test('a person gets the releases with the default marked', () => {
  const { out } = lockstep(['releases']);
  expect(out).toMatch(/^v7\.0\.1 {2}\(default\)$/m);
  expect(out).toMatch(/^v6\.4\.1$/m);
});
