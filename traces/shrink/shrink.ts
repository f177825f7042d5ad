import type { Trace } from '../../specs/generated/trace.ts';
import { minimize, type MinimizeOptions } from './minimize.ts';
import { simplerSetups, withoutNames } from './names.ts';
import { Trials, type TrialOptions } from './trials.ts';
import { simplerValues } from './values.ts';
import { withActions } from '../format/trace.ts';
import { isTrace } from '../format/validate.ts';

/** Options for `shrink`. */
export interface ShrinkOptions extends TrialOptions {
  /** How many traces to try concurrently, by default one. The result depends on it, but not on which try ends first. */
  readonly width?: number;
  /** Whether the trace is known to fail at its last action and not before. Saves a search with long traces. */
  readonly endsThere?: boolean;
}

/** The result of `shrink`. */
export interface Shrunk {
  /** The smallest failing trace that was found. */
  readonly trace: Trace;
  readonly tries: number;
  /** Whether nothing simpler is left to try. False if the budget ran out or the caller aborted. */
  readonly complete: boolean;
}

/**
 * Minimizes a failing trace: removes actions, then consumers and validators with all actions that name them, then
 * simplifies the setup and the values, until nothing more can be removed. Every subsequence of a trace is a trace, so
 * candidates need no repair. The same predicate gives the same result.
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

/** Goes through the simpler candidates once. Each that still fails becomes the base of those after it. */
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
