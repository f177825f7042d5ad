import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { DEVIATIONS } from '../../specs/deviations/index.ts';
import { FEATURES } from '../../specs/feature.ts';
import { statusOn } from '../../specs/property.ts';
import { PROPERTIES } from '../../specs/properties/index.ts';
import { WITNESSES } from '../../specs/witnesses/index.ts';
import { lockstep } from '../promises/testing/command.ts';
import { featuresOfRelease, readRelease, releaseNames } from '../releases/release.ts';
import { lockstepProgram } from './program.ts';
import { inProcess } from './testing/in-process.ts';

const COMMANDS = lockstepProgram().commands.map((command) => command.name());

/** What a command answers to `--json`. */
async function json(...args: readonly string[]): Promise<unknown> {
  return JSON.parse((await inProcess([...args, '--json'])).out);
}

test.concurrent('the command itself starts, and ends with the exit code', async () => {
  expect(await lockstep(['--version'])).toMatchObject({ status: 0, out: `${packageJson.version}\n` });
  expect(await lockstep(['ruin'])).toMatchObject({ status: 3, err: expect.stringContaining('Did you mean run?') });
});

describe('help', () => {
  test('names every command, the exit codes and examples', async () => {
    expect(COMMANDS).toHaveLength(15);
    const { status, out } = await inProcess(['--help']);
    expect(status).toBe(0);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(out).toContain('Exit codes: 0 conforms, 1 diverges, 2 inconclusive, 3 wrong use or broken set-up.');
    expect(out).toContain('Examples:');
  });

  test.each(COMMANDS)('of %s has an example', async (command) => {
    const { status, out } = await inProcess([command, '--help']);
    expect(status).toBe(0);
    expect(out).toMatch(new RegExp(`^Examples?:\n {2}\\$ lockstep ${command}`, 'm'));
  });

  test('the version is that of the package', async () => {
    expect(await inProcess(['--version'])).toMatchObject({ status: 0, out: `${packageJson.version}\n` });
  });
});

describe('wrong use ends with 3 and says what to do', () => {
  test.each<[string, readonly string[], string]>([
    ['no command', [], 'Usage: lockstep'],
    ['an unknown command', ['ruin'], 'Did you mean run?'],
    ['an unknown option', ['run', '--sede', '1'], 'Did you mean --seed?'],
    ['an option that is no number', ['run', '--seed', 'x'], 'It must be a whole number'],
    ['an unknown witness', ['run', '--require', 'client-updatd'], 'Did you mean client-updated'],
    ['more witnesses than there are', ['run', '--min-witnesses', '9999'], 'It must be a whole number'],
    ['an unknown release', ['build', 'v0.0.0'], `Choose one of ${releaseNames().join(', ')}`],
    ['a trace that is not named', ['replay'], 'Use --help for the options and examples'],
    ['an unknown property', ['explain', 'nothing'], 'lockstep properties'],
    ['a trace that is not there', ['replay', 'absent.json'], 'absent.json: cannot be read'],
    ['a trace that breaks its schema', ['replay', 'package.json'], 'package.json: the field lockstep is missing'],
    ['a program that is not there', ['run', '--provider-bin', '/absent'], 'Check the path'],
  ])('%s', async (_, args, words) => {
    const { status, err } = await inProcess(args);
    expect(err).toContain(words);
    expect(status).toBe(3);
  });

  test('no Go', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lockstep-test-'));
    try {
      const { status, err } = await lockstep(['build', 'v7.0.1'], { env: { PATH: folder, LOCKSTEP_CACHE: folder } });
      expect(err).toContain('Install Go');
      expect(status).toBe(3);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('for a machine', () => {
  test('the releases are listed with their features', async () => {
    const list = (await json('releases')) as { default: string; releases: { name: string; provider: string[] }[] };
    expect(list.releases.map(({ name }) => name)).toEqual(releaseNames());
    expect(releaseNames()).toContain(list.default);
    for (const { provider } of list.releases) expect(Object.keys(FEATURES)).toEqual(expect.arrayContaining(provider));
  });

  test('the properties are listed with what becomes of them on every release', async () => {
    const { properties } = (await json('properties')) as {
      properties: { name: string; status: string; retiredBy: string; releases: Record<string, string> }[];
    };
    expect(new Set(properties.map(({ name }) => name))).toEqual(new Set(PROPERTIES.map(({ name }) => name)));
    for (const { name, status, retiredBy, releases } of properties) {
      expect(Object.keys(releases)).toEqual(releaseNames());
      const property = PROPERTIES.find((known) => known.name === name);
      for (const [release, there] of Object.entries(releases)) {
        expect(there).toBe(property && statusOn(property, featuresOfRelease(readRelease(release))));
      }
      expect(retiredBy === '').toBe(status === 'executable');
    }
  });

  test('the properties are printed with a column for every release', async () => {
    const { out } = await inProcess(['properties']);
    const [head = '', ...lines] = out.split('\n');
    for (const release of releaseNames()) expect(head).toContain(release);
    const line = lines.find((one) => one.startsWith('register-maturity-order '));
    expect(line?.match(/does not apply/gu)).toHaveLength(releaseNames().length);
  });

  test('the deviations are listed with what each of them breaks', async () => {
    const { deviations } = (await json('deviations')) as { deviations: { name: string; breaks: string }[] };
    expect(deviations.map(({ name, breaks }) => [name, breaks])).toEqual(
      DEVIATIONS.map(({ name, breaks }) => [name, breaks]),
    );
  });

  test('the witnesses are listed with what happens', async () => {
    const { witnesses } = (await json('witnesses')) as { witnesses: { name: string; describes: string }[] };
    expect(witnesses.map(({ name, describes }) => [name, describes])).toEqual(
      WITNESSES.map(({ name, describes }) => [name, describes]),
    );
  });

  test('doctor says whether a campaign can run', async () => {
    expect(await json('doctor')).toMatchObject({ healthy: expect.any(Boolean), checks: expect.any(Array) });
    expect(await lockstep(['doctor'], { env: { PATH: '/nowhere' } })).toMatchObject({
      status: 3,
      out: expect.stringContaining('problem'),
    });
  });
});

test('a person gets the deviations in columns, with the trace that shows each', async () => {
  const { out } = await inProcess(['deviations']);
  expect(out).toMatch(/^deviation +trace +applies to +breaks$/m);
  expect(out).toMatch(/^channel-version +opening +all releases +ICS-028/m);
});

test('a person gets the releases with the default marked', async () => {
  const { out } = await inProcess(['releases']);
  expect(out).toMatch(/^v7\.0\.1 {2}\(default\)$/m);
  expect(out).toMatch(/^v6\.4\.1$/m);
});
