import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadRelease } from '../releases/load-release.ts';
import { homesFolder } from '../runtimes/home.ts';
import { ROOT, startCommand, startLockstep, type Running } from './testing/command.ts';
import { fakeGo } from './testing/fake-go.ts';
import { reportFile } from './testing/json-report.ts';
import { processesWith, programsWith } from './testing/processes.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

/** In which Ctrl-C has to end a campaign, in milliseconds. */
const LIMIT = 1_000;

/** The seed gives the model a fault that the genesis shows, so that the first trace begins soon. */
const ON_NODES = ['--engine', 'cometbft', '--seed', '0'];

beforeAll(() => loadRelease('v7.0.1'));

let runs = 0;

/** A campaign in the middle of its traces, and a variable that all of its processes carry. */
async function campaign(start: (args: string[], env: NodeJS.ProcessEnv) => Running, ...more: string[]) {
  const mark = `LOCKSTEP_TEST_RUN=${process.pid}-${runs++}`;
  const out = join(temporaryFolder(), 'results');
  const args = ['run', '--seed', '3', '--time', '60', '--out', out, '--json', ...more];
  const running = start(args, Object.fromEntries([mark.split('=')]));
  // The first words of the progress come with the first step of the first trace.
  const lines = createInterface(running.err);
  for await (const line of lines) if (/traces \d+ {2}steps [1-9]/u.test(line)) break;
  return { ...running, mark, out };
}

function temporaryFolders(): Set<string> {
  const folders = new Set([homesFolder(), tmpdir()]);
  return new Set(
    [...folders].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /^lockstep-(?!test-)/u.test(name))
        .map((name) => join(folder, name)),
    ),
  );
}

/** How a campaign should end that is interrupted. */
const CLEAN = {
  began: true,
  status: 2,
  signal: null,
  inTime: true,
  processes: [],
  homes: [],
  report: { verdict: 'inconclusive', interrupted: true, discrepancies: 0 },
  summary: expect.stringContaining('interrupted'),
};

/** Interrupts a campaign and looks at what is left. */
async function endOf({ ended, mark, out }: Awaited<ReturnType<typeof campaign>>, interrupt: () => unknown) {
  const programs = programsWith(mark);
  const begun = performance.now();
  interrupt();
  const { status, signal } = await ended;
  const took = performance.now() - begun;
  // The watchdog sees the end of the campaign a moment after it: it has what is left of the same second.
  while (processesWith(mark).length > 0 && performance.now() - begun < LIMIT) await setTimeout(10);
  return {
    began: programs.length > 0,
    status,
    signal,
    inTime: took < LIMIT || `${took.toFixed(0)} ms`,
    processes: processesWith(mark),
    homes: programs.map(({ folder }) => folder).filter((folder) => existsSync(folder)),
    report: reportFile(out),
    summary: readFileSync(join(out, 'summary.txt'), 'utf8'),
  };
}

function npmRun(args: string[], env: NodeJS.ProcessEnv): Running {
  return startCommand('npm', ['run', '-s', 'lockstep', '--', ...args], { env, detached: true });
}

function direct(args: string[], env: NodeJS.ProcessEnv): Running {
  return startLockstep(args, { env });
}

describe('a campaign that is interrupted ends in under a second and leaves nothing', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('by %s to the command', async (signal) => {
    const running = await campaign(direct);
    expect(await endOf(running, () => running.child.kill(signal))).toMatchObject(CLEAN);
  });

  test('by SIGINT twice at once, as when a parent passes on what the terminal has sent to all', async () => {
    const running = await campaign(direct);
    const twice = async (): Promise<void> => {
      running.child.kill('SIGINT');
      await setTimeout(20);
      running.child.kill('SIGINT');
    };
    expect(await endOf(running, twice)).toMatchObject(CLEAN);
  });

  test('by Ctrl-C on npm run, which is a signal to the whole group', async () => {
    const running = await campaign(npmRun);
    expect(await endOf(running, () => process.kill(-running.pid, 'SIGINT'))).toMatchObject(CLEAN);
  });

  test('by SIGTERM to npm run', async () => {
    const running = await campaign(npmRun);
    expect(await endOf(running, () => running.child.kill('SIGTERM'))).toMatchObject(CLEAN);
  });

  test('while a trace is drawn that takes longer than that', async () => {
    const running = await campaign(direct, '--no-corpus', '--workers', '1', '--steps', '6000');
    expect(await endOf(running, () => running.child.kill('SIGINT'))).toMatchObject(CLEAN);
  });

  test('with random traces and four workers', async () => {
    const running = await campaign(direct, '--no-corpus', '--workers', '4');
    expect(await endOf(running, () => running.child.kill('SIGINT'))).toMatchObject(CLEAN);
  });

  test('on real nodes', async () => {
    const running = await campaign(direct, ...ON_NODES);
    expect(await endOf(running, () => running.child.kill('SIGINT'))).toMatchObject(CLEAN);
  });
});

test.each([
  ['processes', []],
  ['real nodes', ON_NODES],
])('a campaign on %s that is killed leaves nothing, as soon as its watchdog has seen it', async (_, more) => {
  const { child, ended, mark } = await campaign(direct, ...more);
  const programs = programsWith(mark);
  expect(programs).not.toEqual([]);
  child.kill('SIGKILL');
  await ended;
  await expect.poll(() => processesWith(mark), { timeout: 5_000 }).toEqual([]);
  expect(programs.filter(({ folder }) => existsSync(folder))).toEqual([]);
});

test('a build that is interrupted leaves nothing of itself in the cache', async () => {
  const cache = temporaryFolder();
  const bin = fakeGo({ version: '99.0.0', otherwise: 'echo "go: downloading example.com/slow" >&2; exec sleep 60' });
  const env = { PATH: `${bin}:${process.env['PATH']}`, LOCKSTEP_CACHE: cache, LOCKSTEP_TEST_RUN: bin };
  const { child, err, ended } = startLockstep(['build', 'v7.0.1'], { env });
  const lines = createInterface(err);
  for await (const line of lines) if (line.includes('example.com/slow')) break;
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ status: 2, err: expect.stringContaining('interrupted') });
  expect(processesWith(`LOCKSTEP_TEST_RUN=${bin}`)).toEqual([]);
  expect(readdirSync(join(cache, 'releases'))).toEqual([]);
});

test('a command that ends by itself leaves no process and no folder', async () => {
  const mark = `LOCKSTEP_TEST_RUN=${process.pid}-${runs++}`;
  const before = temporaryFolders();
  const trace = join(ROOT, 'traces/corpus/opening.json');
  const out = join(temporaryFolder(), 'results');
  const { ended } = startLockstep(['replay', trace, '--out', out], { env: Object.fromEntries([mark.split('=')]) });
  expect(await ended).toMatchObject({ status: 0 });
  expect(processesWith(mark)).toEqual([]);
  expect([...temporaryFolders().difference(before)].filter(isAbandoned)).toEqual([]);
});

/** Whether nobody works in a folder: other harnesses may run on this machine. */
function isAbandoned(folder: string): boolean {
  return !processesWith().some((process) => process.folder === folder) && existsSync(folder);
}
