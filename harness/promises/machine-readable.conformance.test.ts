import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../specs/generated/report.ts';
import { loadRelease } from '../releases/load-release.ts';
import { lockstep, ROOT, startCommand, type Ended } from './testing/command.ts';
import { reportFile, reportIn } from './testing/json-report.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

/** Stored and random traces: enough for each to be met, few enough to be quick. */
const SMALL = ['--traces', '2', '--steps', '60', '--no-corpus', '--seed', '11'];

let ended: Ended;
let report: Report;
let out: string;
beforeAll(async () => {
  await loadRelease('v7.0.1');
  out = join(temporaryFolder(), 'results');
  ended = await lockstep(['run', ...SMALL, '--out', out, '--json']);
  report = reportIn(ended);
});

describe('the last line of run --json', () => {
  test('is a report that keeps its schema, and nothing else is on standard output', () => {
    expect(ended.out).toBe(`${JSON.stringify(report)}\n`);
    expect(ended.status).toBe(0);
  });

  test('has what a machine asks for', () => {
    expect(report).toMatchObject({
      verdict: 'conforms',
      seed: 11,
      release: { provider: 'v7.0.1', consumer: 'v7.0.1' },
      traces: 2,
      steps: 120,
      discrepancies: 0,
      interrupted: false,
      canary: { found: true },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/u),
    });
    expect(report.blocks).toBeGreaterThan(0);
    expect(Object.keys(report.witnesses).length).toBeGreaterThan(0);
    expect(report.programs.map(({ role, sha256 }) => [role, sha256.length])).toEqual([
      ['provider', 64],
      ['consumer', 64],
    ]);
  });

  test('is in the folder of the results too, with a summary', () => {
    expect(reportFile(out)).toEqual(report);
    expect(readFileSync(join(out, 'summary.txt'), 'utf8')).toContain(report.digest);
  });
});

test('progress is plain lines on standard error when that is a pipe', () => {
  expect(ended.err).toMatch(/^traces \d+ {2}steps \d+ {2}blocks \d+ .* witnesses \d+ {2}discrepancies 0$/mu);
  expect(ended.err).not.toMatch(/\r|\p{Cc}\[/u);
});

test('the command printed as again gives the same digest', async () => {
  const again = /^again\s+(.*)$/mu.exec(ended.err)?.[1];
  expect(again).toBe(report.command);
  const repeated = startCommand('sh', ['-c', `${report.command} --json --out ${join(temporaryFolder(), 'again')}`]);
  expect(reportIn(await repeated.ended)).toMatchObject({ digest: report.digest, steps: report.steps });
});

test('replay --json reports one trace in the same way', async () => {
  const trace = join(ROOT, 'traces/corpus/opening.json');
  const replayed = await lockstep(['replay', trace, '--json', '--out', join(temporaryFolder(), 'out')]);
  expect(reportIn(replayed)).toMatchObject({ verdict: 'conforms', traces: 1, canary: null, findings: [] });
  expect(replayed.out.split('\n')).toHaveLength(2);
});
