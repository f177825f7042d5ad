import { describe, expect, test } from 'vitest';
import { FEATURES } from '../../specs/feature.ts';
import { SetupError } from '../setup-error.ts';
import { parseLock, readLock } from './lock.ts';
import { featuresOf, parseRelease, readRelease, plainReleaseNames, releaseNames } from './release.ts';

const GOOD = {
  name: 'v1.2.3',
  module: 'example.org/chain',
  version: 'v1.2.3',
  programs: { provider: { package: 'cmd/p', features: [] }, consumer: { package: 'cmd/c', features: [] } },
};

describe('the stored releases', () => {
  test('are listed with the newest first', () => {
    expect(releaseNames()).toEqual(['v7.0.1-democracy', 'v7.0.1', 'v6.4.1-democracy', 'v6.4.1']);
    expect(plainReleaseNames().slice(0, 2)).toEqual(['v7.0.1', 'v6.4.1']);
  });

  test.each(releaseNames())('%s keeps to the schema and has a lock of its own version', (name) => {
    expect(readLock(readRelease(name)).hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('use every feature that is declared, and none is declared for all', () => {
    const lists = releaseNames().flatMap((name) => {
      const release = readRelease(name);
      return (['provider', 'consumer', 'sovereign'] as const).map((role) => featuresOf(release, role));
    });
    for (const feature of Object.keys(FEATURES)) {
      const having = lists.filter((list) => [...list].some((name) => name === feature));
      expect(having.length, `${feature} tells no programs apart`).toBeGreaterThan(0);
      expect(having.length, `${feature} tells no programs apart`).toBeLessThan(lists.length);
    }
  });
});

describe('a release file is refused', () => {
  test.each([
    ['when it is not JSON', '{', 'specs/releases/v1.2.3.json: '],
    [
      'when a field is missing',
      JSON.stringify({ ...GOOD, module: undefined }),
      "/ must have required property 'module'",
    ],
    ['when it has a field too many', JSON.stringify({ ...GOOD, tag: 1 }), '/ must NOT have additional properties'],
    ['when its version is none', JSON.stringify({ ...GOOD, version: '1.2' }), '/version must match pattern'],
    [
      'when its name is not that of the file',
      JSON.stringify({ ...GOOD, name: 'v1' }),
      "/name is v1, the file's name is",
    ],
    [
      'when it names an unknown feature',
      JSON.stringify({ ...GOOD, programs: { ...GOOD.programs, consumer: { package: 'cmd/c', features: ['magic'] } } }),
      '/programs/consumer/features names magic',
    ],
  ])('%s', (_, text, problem) => {
    expect(() => parseRelease('v1.2.3', text)).toThrow(problem);
    expect(() => parseRelease('v1.2.3', text)).toThrow(SetupError);
  });

  test('when there is none of that name, with those that there are', () => {
    expect(hintOf(() => readRelease('v0.0.0'))).toContain('v7.0.1, v6.4.1');
    expect(() => readRelease('../schemas/release.schema')).toThrow('There is no release');
  });
});

describe('a lock', () => {
  const release = parseRelease('v1.2.3', JSON.stringify(GOOD));

  test('tells the Go version that it needs', () => {
    const lock = parseLock(release, 'module m\n\ngo 1.24.0\n\nrequire example.org/chain v1.2.3\n', '');
    expect(lock.goVersion).toBe('1.24.0');
  });

  test('is refused when it is for another version', () => {
    expect(() => parseLock(release, 'go 1.24.0\nrequire example.org/chain v1.2.4\n', '')).toThrow('does not require');
    expect(() => parseLock(release, 'go 1.24.0\nrequire example.org/chain v1.2.30\n', '')).toThrow('does not require');
  });

  test('has a hash that depends on both files', () => {
    const goMod = 'go 1.24.0\nrequire example.org/chain v1.2.3\n';
    expect(parseLock(release, goMod, 'a').hash).not.toBe(parseLock(release, goMod, 'b').hash);
  });

  test('that is missing is an error that says where it belongs', () => {
    expect(() => readLock(release)).toThrow('harness/releases/locks/v1.2.3/go.mod');
  });
});

function hintOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof SetupError) return error.hint;
    throw error;
  }
  return '';
}
