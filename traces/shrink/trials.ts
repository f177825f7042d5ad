import type { Trace } from '../../specs/generated/trace.ts';
import { traceText } from '../format/file.ts';
import type { FirstFailing } from './minimize.ts';

/** The progress of shrinking. */
export interface ShrinkProgress {
  readonly tries: number;
  /** The number of actions of the smallest failing trace so far. */
  readonly actions: number;
}

/** The budget, the signal to stop, and the progress callback. */
export interface TrialOptions {
  /** The maximum number of tries. */
  readonly tries: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ShrinkProgress) => void) | undefined;
}

/** Tries traces within a budget, none twice, and keeps the smallest that fails. */
export class Trials {
  best: Trace;
  tries = 0;
  readonly #fails: (trace: Trace) => Promise<boolean>;
  readonly #options: TrialOptions;
  readonly #known = new Set<string>();

  constructor(best: Trace, fails: (trace: Trace) => Promise<boolean>, options: TrialOptions) {
    this.best = best;
    this.#fails = fails;
    this.#options = options;
  }

  /** Whether the budget is used up or the caller has aborted. */
  get over(): boolean {
    return this.tries >= this.#options.tries || this.#options.signal?.aborted === true;
  }

  /**
   * Tries candidates concurrently. The first of them, in order, that fails becomes the best. A candidate that was tried
   * before counts as passing: had it failed, all later candidates would be smaller.
   */
  firstFailing: FirstFailing<Trace> = async (candidates) => {
    const results = await Promise.all(candidates.map((candidate) => this.#try(candidate)));
    const found = results.indexOf(true);
    const best = candidates[found];
    if (best !== undefined) this.best = best;
    if (results.includes(true)) this.#report();
    return found;
  };

  async #try(candidate: Trace): Promise<boolean> {
    const text = traceText(candidate);
    if (this.over || this.#known.has(text)) return false;
    this.#known.add(text);
    this.tries += 1;
    this.#report();
    return this.#fails(candidate);
  }

  #report(): void {
    this.#options.onProgress?.({ tries: this.tries, actions: this.best.actions.length });
  }
}
