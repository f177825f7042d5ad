import { worstOf, type Verdict } from '../../specs/verdict.ts';
import { SetupError } from '../setup-error.ts';
import type { LogWriter } from '../log/writer.ts';
import { NO_CANARY, runCanary, type Canary, type CanaryParts } from './canary.ts';
import { campaignDigest } from '../follow/digest.ts';
import type { Outcome } from '../follow/outcome.ts';
import { workOff } from './pool.ts';
import { runTrace } from './run-trace.ts';
import type { NamedTrace, TraceRun } from './trace-run.ts';
import { limited, type CampaignLimits } from './sources.ts';
import { tallyOf, type Tally } from './tally.ts';
import { featuresUnderTest } from '../follow/world-model.ts';

/** What a campaign has done so far; `steps` counts those of traces under way too. */
export interface Progress {
  readonly traces: number;
  readonly steps: number;
  readonly blocks: number;
  readonly witnesses: number;
  readonly discrepancies: number;
  readonly inconclusive: number;
  readonly corpus: CorpusShare;
}

/** How many of the stored traces that the programs can run have run. */
export interface CorpusShare {
  readonly ran: number;
  readonly of: number;
}

/** What a campaign must reach to show anything. */
export interface Goals {
  /** How many witnesses, whichever they are. */
  readonly minWitnesses: number;
  /** The names of witnesses. */
  readonly require: readonly string[];
}

/** What a campaign showed. */
export interface CampaignResult extends Tally {
  readonly verdict: Verdict;
  /** `null` when the corpus was left out. */
  readonly corpus: CorpusShare | null;
  readonly goals: Goals;
  readonly digest: string;
  readonly canary: Canary;
  /** Whether the user ended it. */
  readonly interrupted: boolean;
  /** What ended it early: something that is missing on the machine, for example space on the disk. */
  readonly broken?: SetupError;
}

/** What a campaign is run with. */
export interface CampaignParts extends CanaryParts {
  /** The stored traces, which come first; `null` leaves them out. */
  readonly stored: readonly NamedTrace[] | null;
  readonly limits?: CampaignLimits;
  readonly goals?: Goals;
  readonly workers: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Begins the block log of the trace with this name; without it none is recorded. */
  readonly logOf?: ((name: string) => LogWriter) | undefined;
}

/**
 * Runs traces against the programs, and beside them the canary: a model with planted faults, which must be found.
 * Every trace is run to its first finding; a discrepancy does not end the campaign.
 */
export async function runCampaign(parts: CampaignParts): Promise<CampaignResult> {
  const { signal, rigs, model, stored, limits = {}, goals = NO_GOALS } = parts;
  const runs: (TraceRun | undefined)[] = [];
  const storedNames = new Set((stored ?? []).map(({ name }) => name));
  const progress = counter(storedNames, parts.onProgress);
  let broken: SetupError | undefined;
  const isOver = (): boolean => signal.aborted || broken !== undefined;
  const stop = new AbortController();
  // No further program starts after an interruption. Whoever stops the rigs at the end hears of an error.
  signal.addEventListener('abort', () => void rigs.stop().catch(() => undefined), { once: true });
  const firstEnded = Promise.withResolvers<void>();
  const work = workOff(
    until(limited(stored ?? [], parts.random(), limits), isOver),
    parts.workers,
    async ({ name, trace }, index) => {
      if (isOver()) return;
      let outcome: Outcome;
      try {
        outcome = await recorded(parts.logOf?.(name), (record) =>
          runTrace(trace, rigs.rig(trace), { model, signal, onStep: progress.step, record }),
        );
      } catch (error) {
        // What was found so far counts; without anything there is only the error to tell.
        if (!(error instanceof SetupError) || runs.length === 0) throw error;
        broken ??= error;
        stop.abort();
        return;
      }
      // A trace that was cut off by the user says nothing and is not part of the result.
      if (signal.aborted && outcome.verdict === 'inconclusive') return;
      runs[index] = { name, trace, outcome };
      progress.trace(name, outcome);
      firstEnded.resolve();
    },
  )
    .catch((error: unknown) => {
      stop.abort();
      throw error;
    })
    .finally(firstEnded.resolve);
  const canarySignal = AbortSignal.any([signal, stop.signal]);
  // The first traces start sooner when the canary waits for one of them.
  const canaryRun = firstEnded.promise.then(() => runCanary({ ...parts, signal: canarySignal }));
  const [worked, sang] = await Promise.allSettled([work, canaryRun]);
  if (worked.status === 'rejected') throw worked.reason;
  if (sang.status === 'rejected') {
    if (!(sang.reason instanceof SetupError) || runs.length === 0) throw sang.reason;
    broken ??= sang.reason;
  }
  const canary = sang.status === 'fulfilled' ? sang.value : NO_CANARY;
  const finished = runs.filter((run) => run !== undefined);
  const verdicts = finished.map(({ outcome }) => outcome.verdict);
  const tally = tallyOf(finished, featuresUnderTest(model));
  // Without a trace, with a blind canary, before its end or short of its goals a campaign has shown nothing; what it
  // found, it found.
  const isShort = finished.length === 0 || !meets(goals, tally);
  if (!canary.found || isShort || isOver()) verdicts.push('inconclusive');
  return {
    ...tally,
    verdict: worstOf(verdicts),
    corpus: stored && shareOf(storedNames, finished),
    goals,
    digest: campaignDigest(finished.map(({ outcome }) => outcome.digest)),
    canary,
    interrupted: signal.aborted,
    ...(broken !== undefined && { broken }),
  };
}

const NO_GOALS: Goals = { minWitnesses: 0, require: [] };

function meets({ minWitnesses, require }: Goals, { reached }: Tally): boolean {
  return Object.keys(reached).length >= minWitnesses && require.every((name) => reached[name] !== undefined);
}

function shareOf(stored: ReadonlySet<string>, runs: readonly TraceRun[]): CorpusShare {
  return { ran: runs.filter(({ name }) => stored.has(name)).length, of: stored.size };
}

async function recorded(
  log: LogWriter | undefined,
  run: (log: LogWriter | undefined) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await run(log);
  } finally {
    log?.close();
  }
}

function counter(
  stored: ReadonlySet<string>,
  report: CampaignParts['onProgress'],
): {
  readonly step: () => void;
  readonly trace: (name: string, outcome: Outcome) => void;
} {
  const corpus = { ran: 0, of: stored.size };
  let counts = { traces: 0, steps: 0, blocks: 0, discrepancies: 0, inconclusive: 0, corpus };
  const reached = new Set<string>();
  const tell = (): void => report?.({ ...counts, witnesses: reached.size });
  return {
    step() {
      counts = { ...counts, steps: counts.steps + 1 };
      tell();
    },
    trace(name, { verdict, blocks, witnesses }) {
      for (const witness of witnesses) reached.add(witness);
      counts = {
        ...counts,
        traces: counts.traces + 1,
        blocks: counts.blocks + blocks,
        discrepancies: counts.discrepancies + Number(verdict === 'diverges'),
        inconclusive: counts.inconclusive + Number(verdict === 'inconclusive'),
        corpus: { ...counts.corpus, ran: counts.corpus.ran + Number(stored.has(name)) },
      };
      tell();
    },
  };
}

function* until<Item>(items: Iterable<Item>, isOver: () => boolean): Generator<Item> {
  if (isOver()) return;
  for (const item of items) {
    yield item;
    if (isOver()) return;
  }
}
