import type { ChainName } from '../../specs/block.ts';
import type { LeftOut } from '../../traces/simulate/agenda.ts';
import type { Verdict } from '../../specs/verdict.ts';
import type { Difference } from '../compare/difference.ts';
import type { NameBook } from '../compare/name-book.ts';
import type { UnknownWrite } from '../observe/mirror.ts';
import type { NotJudged } from './watch.ts';
import type { ChainBlocks } from './timeline.ts';

/** Where in a run something was found. */
export interface Place {
  /** The index of the action in its trace; -1 for the start of the provider. */
  readonly action: number;
  readonly chain: ChainName;
  /** 0 for the start of the chain. */
  readonly height: bigint;
}

/**
 * Why a trace does not conform, or why nobody can tell:
 * - `difference`: model and chain disagree
 * - `property`: the chains broke a property, `because` of what; a `deviation` would account for it
 * - `unknown-write`: the chain wrote where nothing is declared
 * - `halt`: a program stopped itself in a block that the model accepts
 * - `inconclusive`: the harness could not tell
 */
export type What = { readonly place: Place } & (
  | { readonly kind: 'difference'; readonly differences: readonly Difference[] }
  | {
      readonly kind: 'property';
      readonly property: string;
      readonly because: string;
      readonly deviation: string | undefined;
    }
  | { readonly kind: 'unknown-write'; readonly writes: readonly UnknownWrite[] }
  | { readonly kind: 'halt'; readonly reason: string; readonly log: string }
  | { readonly kind: 'inconclusive'; readonly reason: string; readonly log: string }
);

/** What a reader needs beside what was found: what its keys are called, and the blocks that led there. */
export interface Context {
  readonly names: NameBook;
  readonly timeline: readonly ChainBlocks[];
}

/** What was found in a run, as data: every text and every report is made from it. */
export type Finding = What & Context;

/** What running one trace gave. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly finding?: Finding;
  /** Actions that were carried out, those that did nothing among them. */
  readonly steps: number;
  /** Actions that did nothing; `null` where the blocks do not come from actions. */
  readonly leftOut: readonly LeftOut[] | null;
  readonly blocks: number;
  /** A hash over the trace and over the app hash of every chain at every height. */
  readonly digest: string;
  /** Names of the witnesses seen. */
  readonly witnesses: readonly string[];
  /** Names of the deviations that the trace ran into. */
  readonly deviations: readonly string[];
  /** The properties that were not judged, with the reason. */
  readonly notJudged: NotJudged;
  /** How many entries were written that are not compared. */
  readonly ignored: number;
  /** How many questions each query was asked, by its name. */
  readonly queries: Readonly<Record<string, number>>;
  /** Milliseconds of each step. */
  readonly stepTimes: readonly number[];
  /** Milliseconds spent waiting for programs, and in all. */
  readonly programTime: number;
  readonly totalTime: number;
}
