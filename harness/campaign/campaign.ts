import type { Trace } from '../../specs/generated/trace.ts';
import { WITNESSES } from '../../specs/witnesses/index.ts';
import { worstOf, type Verdict } from '../../specs/verdict.ts';
import type { WorldModel } from '../../traces/world/world.ts';
import { runCanary, type Canary } from './canary.ts';
import { campaignDigest } from './digest.ts';
import type { Outcome } from './outcome.ts';
import { workOff } from './pool.ts';
import type { RigMaker } from './rig.ts';
import { runTrace } from './run-trace.ts';

/** A trace under the name that its results have. */
export interface NamedTrace {
  readonly name: string;
  readonly trace: Trace;
}

/** One trace of a campaign and what became of it. */
export interface TraceRun extends NamedTrace {
  readonly outcome: Outcome;
}

/** What a campaign has done so far. */
export interface Progress {
  readonly traces: number;
  readonly steps: number;
  readonly blocks: number;
  readonly witnesses: number;
  readonly discrepancies: number;
  readonly inconclusive: number;
}

export interface CampaignResult extends Progress {
  readonly verdict: Verdict;
  readonly digest: string;
  readonly runs: readonly TraceRun[];
  readonly canary: Canary;
  /** How many traces reached each witness. */
  readonly reached: Readonly<Record<string, number>>;
  readonly neverReached: readonly string[];
  readonly ignored: { readonly later: number; readonly never: number };
  readonly interrupted: boolean;
}

export interface CampaignParts {
  /** Begins the traces anew: the stored corpus, then random ones. They may be endless, as `signal` ends them. */
  readonly traces: () => Iterable<NamedTrace>;
  readonly rigs: RigMaker;
  readonly model: WorldModel;
  readonly workers: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Runs traces against the programs, first the canary: a model with one fault on purpose, which must be found.
 * Every trace is run to its first finding; a discrepancy does not end the campaign.
 */
export async function runCampaign(parts: CampaignParts): Promise<CampaignResult> {
  const { signal, onProgress } = parts;
  const canary = await runCanary(parts);
  const runs: (TraceRun | undefined)[] = [];
  const tally = { traces: 0, steps: 0, blocks: 0, discrepancies: 0, inconclusive: 0 };
  const reached = new Map<string, number>();
  const progress = (): Progress => ({ ...tally, witnesses: reached.size });
  await workOff(until(parts.traces(), signal), parts.workers, async ({ name, trace }, index) => {
    let stepsOfTrace = 0;
    const onStep = (): void => {
      stepsOfTrace++;
      tally.steps++;
      onProgress?.(progress());
    };
    const outcome = await runTrace(trace, parts.rigs.rig(), { model: parts.model, signal, onStep });
    // A trace that was cut off by the user says nothing and is not part of the result.
    if (signal.aborted && outcome.verdict === 'inconclusive') {
      tally.steps -= stepsOfTrace;
      return;
    }
    runs[index] = { name, trace, outcome };
    tally.traces++;
    tally.blocks += outcome.blocks;
    if (outcome.verdict === 'diverges') tally.discrepancies++;
    if (outcome.verdict === 'inconclusive') tally.inconclusive++;
    for (const witness of outcome.witnesses) reached.set(witness, (reached.get(witness) ?? 0) + 1);
    onProgress?.(progress());
  });
  const finished = runs.filter((run) => run !== undefined);
  const verdicts = finished.map(({ outcome }) => outcome.verdict);
  // Without a trace or with a blind canary nothing was shown.
  if (!canary.found || finished.length === 0) verdicts.push('inconclusive');
  return {
    ...progress(),
    verdict: worstOf(verdicts),
    digest: campaignDigest(finished.map(({ outcome }) => outcome.digest)),
    runs: finished,
    canary,
    reached: Object.fromEntries(
      WITNESSES.flatMap(({ name }) => {
        const count = reached.get(name);
        return count === undefined ? [] : [[name, count]];
      }),
    ),
    neverReached: WITNESSES.map(({ name }) => name).filter((name) => !reached.has(name)),
    ignored: {
      later: finished.reduce((sum, { outcome }) => sum + outcome.ignored.later, 0),
      never: finished.reduce((sum, { outcome }) => sum + outcome.ignored.never, 0),
    },
    interrupted: signal.aborted,
  };
}

function* until<Item>(items: Iterable<Item>, signal: AbortSignal): Generator<Item> {
  if (signal.aborted) return;
  for (const item of items) {
    yield item;
    if (signal.aborted) return;
  }
}
