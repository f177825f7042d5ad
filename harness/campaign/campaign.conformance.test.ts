import { expect, test } from 'vitest';
import { storedTrace } from '../../traces/corpus.ts';
import { loadRelease } from '../releases/load-release.ts';
import { processRuntime } from '../runtimes/process.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import { SetupError } from '../setup-error.ts';
import { runCampaign, type Goals, type Progress } from './campaign.ts';
import type { NamedTrace } from './trace-run.ts';
import { lockstepRigs } from './lockstep-rigs.ts';
import { worldModelOf } from '../follow/world-model.ts';
import type { CampaignLimits } from './sources.ts';

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

interface Parts {
  readonly stored?: readonly NamedTrace[];
  readonly limits?: CampaignLimits;
  readonly goals?: Goals;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  readonly runtime?: Runtime;
}

async function campaign({ stored, runtime, signal = new AbortController().signal, ...parts }: Parts) {
  const programs = await loadRelease('v7.0.1');
  const rigs = lockstepRigs(programs, runtime && { runtime });
  try {
    const model = worldModelOf(programs);
    return await runCampaign({
      stored: stored ?? null,
      random: opening,
      rigs,
      model,
      workers: 1,
      seed: 0,
      signal,
      ...parts,
    });
  } finally {
    await rigs.stop();
  }
}

const STORED = ['first', 'second', 'third'].map((name) => ({ name, trace: storedTrace('opening') }));

test('a campaign that the machine ends keeps what it has found so far, and says why it ended', async () => {
  // Two programs are for each trace, and for each planted fault beside them.
  const result = await campaign({ runtime: fullAfter(12) });
  expect(result).toMatchObject({
    verdict: 'inconclusive',
    discrepancies: 0,
    interrupted: false,
    broken: { message: 'The disk is full', hint: 'Free it.' },
  });
  expect(result.traces).toBeGreaterThan(0);
});

test('one that has found nothing is no campaign', async () => {
  await expect(campaign({ runtime: fullAfter(0) })).rejects.toThrow('The disk is full');
});

test('a campaign runs all of the corpus before its time starts', async () => {
  expect(await campaign({ stored: STORED, limits: { seconds: 0 } })).toMatchObject({
    verdict: 'conforms',
    traces: 4,
    corpus: { ran: 3, of: 3 },
  });
});

test('one that is interrupted in the corpus is inconclusive and says how much of it ran', async () => {
  const interrupt = new AbortController();
  const result = await campaign({
    stored: STORED,
    signal: interrupt.signal,
    onProgress: ({ corpus }) => corpus.ran === 2 && interrupt.abort(),
  });
  expect(result).toMatchObject({ verdict: 'inconclusive', interrupted: true, corpus: { ran: 2, of: 3 } });
});

test('one that reaches less than it is asked for is inconclusive', async () => {
  const limits = { traces: 1 };
  const reached = await campaign({ limits, goals: { minWitnesses: 3, require: ['client-updated'] } });
  expect(reached.verdict).toBe('conforms');
  const few = await campaign({ limits, goals: { minWitnesses: 300, require: [] } });
  expect(few.verdict).toBe('inconclusive');
  const other = await campaign({
    limits,
    goals: { minWitnesses: 0, require: ['client-updated', 'spawn-time-in-past'] },
  });
  expect(other.verdict).toBe('inconclusive');
});
