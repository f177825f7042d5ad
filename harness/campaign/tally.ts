import type { Witness } from '../../specs/witness.ts';
import { WITNESSES } from '../../specs/witnesses/index.ts';
import type { TraceRun } from './trace-run.ts';
import { counts, sum } from './counting.ts';

/** What the runs of traces add up to. */
export interface Tally {
  readonly runs: readonly TraceRun[];
  readonly traces: number;
  readonly steps: number;
  readonly blocks: number;
  /** Traces that diverged, and traces of which nothing can be said. */
  readonly discrepancies: number;
  readonly inconclusive: number;
  /** How many traces reached each witness. */
  readonly reached: Readonly<Record<string, number>>;
  readonly neverReached: readonly string[];
  readonly ignored: number;
}

/** Adds up the runs of traces with programs of these features: what others alone can reach does not count. */
export function tallyOf(runs: readonly TraceRun[], features: ReadonlySet<string>): Tally {
  const outcomes = runs.map(({ outcome }) => outcome);
  const reached = counts(outcomes.flatMap(({ witnesses }) => witnesses));
  return {
    runs,
    traces: runs.length,
    steps: sum(outcomes.map(({ steps }) => steps)),
    blocks: sum(outcomes.map(({ blocks }) => blocks)),
    discrepancies: outcomes.filter(({ verdict }) => verdict === 'diverges').length,
    inconclusive: outcomes.filter(({ verdict }) => verdict === 'inconclusive').length,
    reached,
    neverReached: WITNESSES.filter((witness) => isReachable(witness, features))
      .map(({ name }) => name)
      .filter((name) => reached[name] === undefined),
    ignored: sum(outcomes.map(({ ignored }) => ignored)),
  };
}

/** The witnesses that programs with these features cannot reach. */
export function unreachable(features: ReadonlySet<string>): readonly Witness[] {
  return WITNESSES.filter((witness) => !isReachable(witness, features));
}

function isReachable({ needs }: Witness, features: ReadonlySet<string>): boolean {
  return needs === undefined || features.has(needs);
}
