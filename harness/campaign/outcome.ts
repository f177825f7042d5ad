import type { ChainName } from '../../specs/block.ts';
import type { Verdict } from '../../specs/verdict.ts';
import type { Difference } from '../compare/difference.ts';

/** Where in a run something was found. */
export interface Place {
  /** The index of the action in its trace; -1 for the start of the provider. */
  readonly action: number;
  readonly chain: ChainName;
  readonly height: bigint;
}

/** Why a trace does not conform, or why nobody can tell. */
export type Finding =
  | { readonly kind: 'difference'; readonly place: Place; readonly differences: readonly Difference[]; readonly text: string }
  | { readonly kind: 'property'; readonly place: Place; readonly property: string; readonly text: string }
  | { readonly kind: 'halt'; readonly place: Place; readonly text: string; readonly log: string }
  | { readonly kind: 'inconclusive'; readonly place: Place; readonly text: string; readonly log: string };

/** What running one trace gave. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly finding?: Finding;
  /** Actions that were carried out. */
  readonly steps: number;
  readonly blocks: number;
  /** A hash over the trace and over the app hash of every chain at every height. */
  readonly digest: string;
  /** Names of the witnesses seen. */
  readonly witnesses: readonly string[];
  /** Names of the deviations that the trace ran into. */
  readonly deviations: readonly string[];
  /** Writes to prefixes on the ignored list, by reason. */
  readonly ignored: { readonly later: number; readonly never: number };
  /** Milliseconds of each step, and of the whole spent waiting for programs. */
  readonly stepTimes: readonly number[];
  readonly programTime: number;
  readonly totalTime: number;
}
