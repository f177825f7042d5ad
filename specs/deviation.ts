import type { Feature } from './feature.ts';
import type { Watch } from './witness.ts';

/** Where a release knowingly or provably differs from the specification. The model follows the release. */
export interface Deviation {
  /** Lower case with dashes. */
  readonly name: string;
  /** What the specification asks for, and what the release does in its place, in a sentence. */
  readonly describes: string;
  /** The rule that does not hold: a section of ICS-028 (DS: data structures, SM: system model, ME: methods), or of another standard. */
  readonly breaks: string;
  /** Who says so: an ADR, a document, or `observed`, with how. */
  readonly source: string;
  /** The releases, or the features of a release, that it concerns. */
  readonly appliesTo: string;
  /** The feature without which it does not happen. */
  readonly needs?: Feature;
  /** The smallest trace that runs into it: its name in the stored corpus. */
  readonly trace: string;
  /** Names of the properties that cannot hold any more after it: it accounts for whatever breaks them then. */
  readonly breaksProperties?: readonly string[];
  /** What the text of a verdict says of a run that ran into it, where the verdict would mislead without it. */
  readonly inVerdict?: string;
  /** Begins to watch a new history for it. */
  watch(): Watch;
}
