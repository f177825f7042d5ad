import { expect, test } from 'vitest';
import { storedTrace } from '../../traces/corpus.ts';
import { loadRelease } from '../releases/load-release.ts';
import { processRuntime } from '../runtimes/process.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import { SetupError } from '../setup-error.ts';
import { runCampaign, type NamedTrace } from './campaign.ts';
import { lockstepRigs } from './lockstep-rigs.ts';
import { worldModelOf } from '../follow/world-model.ts';

/** A runtime that finds the disk full after so many programs. */
function fullAfter(programs: number): Runtime {
  let launched = 0;
  return {
    ...processRuntime,
    launch: (parts) =>
      launched++ < programs
        ? processRuntime.launch(parts)
        : Promise.reject(new SetupError('The disk is full', 'Free it.')),
  };
}

function* opening(): Generator<NamedTrace> {
  for (;;) yield { name: 'opening', trace: storedTrace('opening') };
}

async function campaign(programsBeforeFull: number) {
  const programs = await loadRelease('v7.0.1');
  const rigs = lockstepRigs(programs, { runtime: fullAfter(programsBeforeFull) });
  const { signal } = new AbortController();
  try {
    const model = worldModelOf(programs);
    return await runCampaign({ traces: opening, rigs, model, workers: 1, seed: 0, signal });
  } finally {
    await rigs.stop();
  }
}

test('a campaign that the machine ends keeps what it has found so far, and says why it ended', async () => {
  // Two programs are for the canary, four for the two traces after it.
  expect(await campaign(6)).toMatchObject({
    verdict: 'inconclusive',
    traces: 2,
    discrepancies: 0,
    interrupted: false,
    broken: { message: 'The disk is full', hint: 'Free it.' },
  });
});

test('one that has found nothing is no campaign', async () => {
  await expect(campaign(2)).rejects.toThrow('The disk is full');
});
