import type { Trace } from '../../specs/generated/trace.ts';
import { traceText } from '../format/file.ts';
import type { FirstFailing } from './minimize.ts';

/** Tells how far a shrinking has come. */
export interface ShrinkProgress {
  readonly tries: number;
  /** Actions of the smallest failing trace so far. */
  readonly actions: number;
}

/** How much may be tried, and who is told. */
export interface TrialOptions {
  /** How many traces may be tried in all. */
  readonly tries: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ShrinkProgress) => void) | undefined;
}

/** Tries traces within a budget, none of them twice, and keeps the smallest that fails. */
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

  /** Whether the budget is used up or the caller has had enough. */
  get over(): boolean {
    return this.tries >= this.#options.tries || this.#options.signal?.aborted === true;
  }

  /**
   * Tries candidates at once; the first in their order that fails becomes the best. What was tried before passes:
   * had it failed, everything since would be smaller.
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
