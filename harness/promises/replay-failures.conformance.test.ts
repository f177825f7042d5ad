import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS } from '../../model/faults/index.ts';
import { readTrace, traceText } from '../../traces/format/file.ts';
import { campaignTraces } from '../../traces/generate/generate.ts';
import type { WorldModel } from '../../traces/world/model.ts';
import { runCampaign, type CampaignResult } from '../campaign/campaign.ts';
import type { NamedTrace } from '../campaign/trace-run.ts';
import { lockstepRigs } from '../campaign/lockstep-rigs.ts';
import type { RigMaker } from '../campaign/rig.ts';
import type { Programs } from '../releases/programs.ts';
import { runTrace } from '../campaign/run-trace.ts';
import { worldModelOf } from '../follow/world-model.ts';
import { loadRelease } from '../releases/load-release.ts';
import { writeResults } from '../report/folder.ts';
import { reportOf } from '../report/report.ts';
import { reportFile } from './testing/json-report.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

/** What the model gets wrong: nearly every random trace shows it. */
const FAULT = 'total-power-never-falls';

let programs: Programs;
let rigs: RigMaker;
let model: WorldModel;
let folder: string;
let result: CampaignResult;
beforeAll(async () => {
  programs = await loadRelease('v7.0.1');
  rigs = lockstepRigs(programs, { ahead: 2 });
  const right = worldModelOf(programs);
  const fault = FAULTS.find(({ name }) => name === FAULT);
  if (fault === undefined) throw new Error(`there is no fault ${FAULT}`);
  model = { ...right, mutation: fault.mutation };
  function* random(): Generator<NamedTrace> {
    let left = 4;
    for (const trace of campaignTraces({ seed: '2', steps: 100, model: right })) {
      if (left-- === 0) return;
      yield { name: trace.name ?? '', trace };
    }
  }
  const { signal } = new AbortController();
  result = await runCampaign({ stored: null, random, rigs, model, workers: 2, seed: 0, signal });
  folder = join(temporaryFolder(), 'results');
  const report = reportOf({
    report: 'run',
    result,
    seed: 0,
    release: { provider: 'v7.0.1', consumer: 'v7.0.1' },
    programs: [programs.provider, programs.consumer],
    command: 'again',
    replay: (file) => `replay ${file}`,
    seconds: 1,
  });
  writeResults(folder, report, result.runs);
});
afterAll(() => rigs.stop());

describe('a trace that fails in a campaign', () => {
  test('makes the verdict diverge', () => {
    expect(result.verdict).toBe('diverges');
    expect(result.discrepancies).toBeGreaterThan(0);
  });

  test('is written with what was found, and running the file gives the same outcome', async () => {
    const failed = result.runs.filter(({ outcome }) => outcome.verdict === 'diverges');
    for (const { name, trace, outcome } of failed) {
      const file = join(folder, 'traces', name.replaceAll('/', '-'));
      expect(readFileSync(`${file}.json`, 'utf8')).toBe(traceText(trace));
      expect(readFileSync(`${file}.txt`, 'utf8')).toContain('The model expects');
      const again = await runTrace(readTrace(`${file}.json`), rigs.rig(), { model });
      expect(again).toMatchObject({ verdict: 'diverges', digest: outcome.digest, finding: outcome.finding });
    }
  });

  test('stands in the report with its place and the command that runs it again', () => {
    expect(reportFile(folder)).toMatchObject({
      verdict: 'diverges',
      findings: expect.arrayContaining([
        expect.objectContaining({ kind: 'difference', again: expect.stringMatching(/^replay traces\/2-\d+\.json$/u) }),
      ]),
    });
  });
});
