import { spawnSync } from 'node:child_process';
import { join, delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from './promises/testing/temporary-folder.ts';
import { loadRelease } from './releases/load-release.ts';
import { commandsIn, COVERED, PAGES, pageText } from './testing/documented-commands.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** A release may have to be built first. */
const TIMEOUT = 20 * 60_000;

const commands = [...new Set(PAGES.flatMap((page) => commandsIn(pageText(page))))];
const runs = commands.flatMap((command) => {
  const covered = COVERED[command];
  if (covered === undefined) return [{ command, line: command, needs: undefined }];
  return 'runs' in covered ? [{ command, line: covered.runs, needs: covered.needs }] : [];
});

let variables: NodeJS.ProcessEnv;
beforeAll(async () => {
  const { provider, consumer } = await loadRelease('v7.0.1');
  variables = {
    PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
    PROVIDER: provider.path,
    CONSUMER: consumer.path,
  };
});

/** Runs a command in a shell. Its output is in the result, so that a failure shows it. */
function run(line: string, env: NodeJS.ProcessEnv = {}) {
  const options = { cwd: ROOT, env: { ...process.env, ...variables, ...env }, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], options);
  return { status, output: stdout === '' ? undefined : stdout, message: stderr };
}

const SUCCESS = { status: 0, output: expect.any(String) };

test('the documents show commands', () => {
  expect(runs.length).toBeGreaterThan(20);
});

test.each(runs.filter(({ needs }) => needs === undefined))(
  '$command',
  ({ line }) => {
    expect(run(line, { OUT: join(temporaryFolder(), 'out') })).toMatchObject(SUCCESS);
  },
  TIMEOUT,
);

test.each(runs.filter(({ needs }) => needs === 'container engine'))(
  '$command',
  async ({ line }) => {
    const [{ openEngine }, { imageOf }] = await Promise.all([
      import('./runtimes/container/engine.ts'),
      import('./runtimes/container/image.ts'),
    ]);
    const { reference } = await imageOf(await openEngine(), (await loadRelease('v7.0.1')).provider);
    const env = { OUT: join(temporaryFolder(), 'out'), PROVIDER_IMAGE: reference };
    expect(run(line, env)).toMatchObject(SUCCESS);
  },
  TIMEOUT,
);
