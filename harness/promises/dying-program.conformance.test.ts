import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { storedTrace } from '../../traces/corpus.ts';
import { lockstepRigs } from '../campaign/lockstep-rigs.ts';
import { runTrace } from '../campaign/run-trace.ts';
import { worldModelOf } from '../follow/world-model.ts';
import { loadRelease, type LoadedRelease } from '../releases/load-release.ts';
import { ROOT, startLockstep } from './testing/command.ts';
import { reportIn } from './testing/json-report.ts';
import { programsWith } from './testing/processes.ts';
import { canMount, smallDisk } from './testing/small-disk.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { describeOutcome } from '../report/describe-finding.ts';

const MAIN = fileURLToPath(new URL('../cli/main.ts', import.meta.url));

let release: LoadedRelease;
beforeAll(async () => void (release = await loadRelease('v7.0.1')));

/** Runs three traces, sends a signal to the providers in the middle, and gives the end of the campaign. */
async function killProviders(signal: NodeJS.Signals) {
  const mark = `${process.pid}-${signal}`;
  const out = join(temporaryFolder(), 'results');
  const { err: lines, ended } = startLockstep(['run', '--traces', '3', '--workers', '1', '--out', out, '--json'], {
    env: { LOCKSTEP_TEST_RUN: mark },
  });
  for await (const line of createInterface(lines)) if (/steps [1-9]/u.test(line)) break;
  const providers = programsWith(`LOCKSTEP_TEST_RUN=${mark}`).filter(({ command }) => command.includes('-pd start'));
  expect(providers.length).toBeGreaterThan(0);
  for (const { pid } of providers) process.kill(pid, signal);
  const end = await ended;
  return { ...end, report: reportIn(end) };
}

describe('a program that is killed from outside', () => {
  test('makes its trace inconclusive, and the campaign goes on', async () => {
    const { status, report, err } = await killProviders('SIGKILL');
    expect(report).toMatchObject({ verdict: 'inconclusive', discrepancies: 0, traces: 3 });
    expect(report.inconclusive).toBeGreaterThan(0);
    for (const { kind, text } of report.findings) {
      expect(kind).toBe('inconclusive');
      expect(text).toContain('was ended by SIGKILL');
    }
    expect(err).toContain('was ended by SIGKILL');
    expect(status).toBe(2);
  });

  test('and has something to say is shown with the last lines of its log', async () => {
    // A Go program writes where it stood when it gets this signal.
    const { status, report, err } = await killProviders('SIGQUIT');
    expect(report.verdict).toBe('inconclusive');
    expect(report.findings[0]?.text).toMatch(/ended with code 2.*\nThe last lines of the program:\n {2}/u);
    expect(err).toContain('The last lines of the program:');
    expect(status).toBe(2);
  });
});

test('a program that stops itself in a block that the model accepts is a discrepancy', async () => {
  const halting = 'HALTING_PD';
  const provider = { ...release.provider, envPrefix: halting };
  const programs = { provider, consumer: release.consumer };
  // The program's own setting, which it reads under the name of its file; this release panics when it comes to it.
  const setting = `${release.provider.envPrefix}_HALT_HEIGHT`;
  process.env[setting] = '5';
  const rigs = lockstepRigs(programs);
  try {
    const outcome = await runTrace(storedTrace('downtime'), rigs.rig(), { model: worldModelOf(programs) });
    expect(outcome).toMatchObject({
      verdict: 'diverges',
      finding: { kind: 'halt', place: { chain: 'provider', height: 5n } },
    });
    expect(describeOutcome(outcome)).toMatch(/^The program of provider stopped itself: \S/u);
  } finally {
    process.env[setting] = undefined;
    delete process.env[setting];
    await rigs.stop();
  }
});

test('a setting that the user has in the environment does not reach the programs', async () => {
  const setting = `${release.provider.envPrefix}_HALT_HEIGHT`;
  const trace = join(ROOT, 'traces/corpus/opening.json');
  const { ended } = startLockstep(['replay', trace, '--out', join(temporaryFolder(), 'out')], {
    env: { [setting]: '5' },
  });
  expect(await ended).toMatchObject({ status: 0 });
});

describe.skipIf(!canMount())('a disk that has no space for the files of a program', () => {
  // From no space at all to some for the first blocks.
  test.each(['8k', '200k', '600k'])('of %s makes its trace inconclusive', (size) => {
    const disk = smallDisk(size);
    const out = join(temporaryFolder(), 'results');
    const trace = join(ROOT, 'traces/corpus/downtime.json');
    // Without memory for them the programs have their folders where temporary files are.
    const script = 'mount -t tmpfs -o size=1m tmpfs /dev/shm && TMPDIR=$1 exec "$2" "$3" replay "$4" --out "$5" --json';
    const args = ['-m', 'sh', '-c', script, 'sh', disk, process.execPath, MAIN, trace, out];
    const { status, stdout, stderr } = spawnSync('unshare', args, { cwd: ROOT, encoding: 'utf8' });
    expect(stderr).toMatch(/no space|disk is full/iu);
    expect(reportIn({ out: stdout, err: stderr })).toMatchObject({
      verdict: 'inconclusive',
      discrepancies: 0,
      inconclusive: 1,
    });
    expect(status).toBe(2);
  });
});
