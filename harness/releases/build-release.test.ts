import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SetupError } from '../setup-error.ts';
import type { BuildProgress } from './build-progress.ts';
import { progressText } from './build-progress.ts';
import { buildRelease } from './build-release.ts';
import { findGo, isOlder } from './go-tool.ts';
import { readRelease } from './release.ts';

let folder: string;
let cache: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lockstep-test-'));
  cache = join(folder, 'cache');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** An environment whose only Go is this shell script. */
async function withGo(script: string): Promise<NodeJS.ProcessEnv> {
  const bin = join(folder, 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, 'go'), `#!/bin/sh\n${script}\n`);
  await chmod(join(bin, 'go'), 0o755);
  return { PATH: [bin, '/usr/bin', '/bin'].join(delimiter), LOCKSTEP_CACHE: cache };
}

const VERSION = 'if [ "$1" = env ]; then echo go1.99.0; echo linux; echo amd64; exit; fi';
/** Lists two packages after a download, and "builds" two files. */
const GOOD_GO = `${VERSION}
if [ "$1" = list ]; then echo "go: downloading example.org/a v1.0.0" >&2; echo a; echo b; exit; fi
echo a >&2; echo "# a warning" >&2; echo b >&2
while [ "$1" != -o ]; do shift; done
for package in "$3" "$4"; do echo built > "$2\${package##*/}"; done`;

const release = readRelease('v7.0.1');
const error = (run: Promise<unknown>): Promise<unknown> => run.catch((e: unknown) => e);

describe('Go', () => {
  test('that is missing is told, with what to do', async () => {
    const problem = await error(buildRelease(release, { env: { PATH: folder, LOCKSTEP_CACHE: cache } }));
    expect(problem).toBeInstanceOf(SetupError);
    expect(problem).toHaveProperty('message', expect.stringContaining('no Go on PATH'));
    expect(problem).toHaveProperty('hint', expect.stringContaining('Install Go'));
  });

  test('that is too old is told, with the version that is needed', async () => {
    const env = await withGo('echo go1.21.3; echo linux; echo amd64');
    await expect(buildRelease(release, { env })).rejects.toThrow('Go 1.21.3 is too old: the release needs Go 1.24.0');
  });

  test('gets nothing from the user that would change the build', async () => {
    const env = await withGo(VERSION);
    const go = await findGo('1.24.0', { ...env, GOFLAGS: '-race', GOOS: 'plan9', GOEXPERIMENT: 'x', GOPROXY: 'p' });
    expect(go.env).toMatchObject({ CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOFLAGS: '-mod=readonly', GOPROXY: 'p' });
    expect(go.env['GOOS'] ?? go.env['GOEXPERIMENT']).toBeUndefined();
  });

  test.each([
    ['1.23.9', '1.24.0', true],
    ['1.24rc1', '1.24.0', false],
    ['1.24.0', '1.24.0', false],
    ['1.26.8 X:x', '1.24', false],
    ['1.9', '1.24.0', true],
    ['2.0', '1.24.0', false],
  ])('%s compared with %s', (version, needed, older) => {
    expect(isOlder(version, needed)).toBe(older);
  });
});

describe('a build', () => {
  test('tells its progress and is made only once', async () => {
    const env = await withGo(GOOD_GO);
    const seen: BuildProgress[] = [];
    const onProgress = (progress: BuildProgress): void => void seen.push(progress);
    const first = await buildRelease(release, { env, onProgress });
    expect(seen.map(progressText)).toEqual([
      'v7.0.1: downloading module 1, example.org/a v1.0.0',
      'v7.0.1: compiled 0 of 2 packages',
      'v7.0.1: compiled 1 of 2 packages',
      'v7.0.1: compiled 2 of 2 packages',
      'v7.0.1: compiled 2 of 2 packages',
    ]);
    seen.length = 0;
    expect(await buildRelease(release, { env, onProgress })).toEqual(first);
    expect(seen).toEqual([]);
    expect(first.provider).toMatch(/releases\/v7\.0\.1-[0-9a-f]{16}\/interchain-security-pd$/);
  });

  test('that fails shows the last lines and leaves nothing', async () => {
    const env = await withGo(`${VERSION}\necho "x.go:1: undefined: y" >&2; exit 1`);
    await expect(buildRelease(release, { env })).rejects.toThrow('x.go:1: undefined: y');
    expect(await readdir(join(cache, 'releases'))).toEqual([]);
  });

  test('that fills the disk says so', async () => {
    const env = await withGo(`${VERSION}\necho "write a.o: no space left on device" >&2; exit 1`);
    await expect(buildRelease(release, { env })).rejects.toThrow('The disk is full');
  });

  test('without a network says so', async () => {
    const env = await withGo(`${VERSION}\necho "dial tcp: lookup x: no such host" >&2; exit 1`);
    expect(await error(buildRelease(release, { env }))).toHaveProperty('hint', expect.stringContaining('network'));
  });

  test('that is stopped leaves nothing', async () => {
    const env = await withGo(`${VERSION}\nif [ "$1" = list ]; then echo a; exit; fi\nexec sleep 60`);
    const stop = new AbortController();
    const build = buildRelease(release, { env, signal: stop.signal, onProgress: () => stop.abort() });
    await expect(build).rejects.toHaveProperty('name', 'AbortError');
    expect(await readdir(join(cache, 'releases'))).toEqual([]);
  });
});
