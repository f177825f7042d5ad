import type { Trace } from '../../specs/generated/trace.ts';
import { minimize, type MinimizeOptions } from './minimize.ts';
import { simplerSetups, withoutNames } from './names.ts';
import { Trials, type TrialOptions } from './trials.ts';
import { simplerValues } from './values.ts';
import { withActions } from '../format/trace.ts';
import { isTrace } from '../format/validate.ts';

/** How a trace is shrunk. */
export interface ShrinkOptions extends TrialOptions {
  /** How many traces are tried at once, by default one. The result depends on it, but not on which is done first. */
  readonly width?: number;
  /** Whether the trace is known to fail at its last action, not before: it saves a search with long traces. */
  readonly endsThere?: boolean;
}

/** What shrinking a trace gave. */
export interface Shrunk {
  /** The smallest failing trace that was found. */
  readonly trace: Trace;
  readonly tries: number;
  /** Whether nothing simpler is left to try; false when the budget or the caller ended it. */
  readonly complete: boolean;
}

/**
 * Brings a failing trace to its core: it leaves out actions, then consumers and validators with all that names them,
 * then makes the world and the values simpler, until nothing of it can go. Every subsequence of a trace is a trace,
 * so nothing has to be repaired on the way. The same predicate gives the same result.
 */
export async function shrink(
  trace: Trace,
  fails: (trace: Trace) => Promise<boolean>,
  { width = 1, endsThere = false, ...options }: ShrinkOptions,
): Promise<Shrunk> {
  const trials = new Trials(trace, fails, options);
  let before: Trace | undefined;
  while (before !== trials.best && !trials.over) {
    before = trials.best;
    await leaveOutActions(trials, { width, endsThere });
    await takeSimpler(trials, (best) => [...withoutNames(best), ...simplerSetups(best)], width);
    await takeSimpler(trials, (best) => [...simplerValues(best)].filter(isTrace), width);
  }
  return { trace: trials.best, tries: trials.tries, complete: !trials.over };
}

async function leaveOutActions(trials: Trials, options: MinimizeOptions): Promise<void> {
  const { best } = trials;
  await minimize(
    best.actions,
    (candidates) => trials.firstFailing(candidates.map((actions) => withActions(best, actions))),
    options,
  );
}

/** Goes through the simpler candidates once and takes each that still fails; the rest then starts from there. */
async function takeSimpler(trials: Trials, simpler: (best: Trace) => readonly Trace[], width: number): Promise<void> {
  let candidates = simpler(trials.best);
  for (let i = 0; i < candidates.length && !trials.over;) {
    const found = await trials.firstFailing(candidates.slice(i, i + width));
    if (found === -1) i += width;
    else {
      i += found;
      candidates = simpler(trials.best);
    }
  }
}
