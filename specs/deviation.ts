import type { Feature } from './feature.ts';
import type { Watch } from './witness.ts';

/** A known difference between a release and the specification. The model follows the release. */
export interface Deviation {
  /** Lower case with dashes. */
  readonly name: string;
  /** What the specification requires, and what the releases do instead. */
  readonly describes: string;
  /** The rule that is broken: a section of ICS-028 (DS: data structures, SM: system model, ME: methods) or of another standard. */
  readonly breaks: string;
  /** The source: an ADR, a document, or `observed` with how. */
  readonly source: string;
  /** The releases, or the features of a release, that have it. */
  readonly appliesTo: string;
  /** The feature that a release needs to have it. */
  readonly needs?: Feature;
  /** The smallest trace that runs into it: its name in the stored corpus. */
  readonly trace: string;
  /** Properties that can be broken after the deviation, and whose violations it then explains. */
  readonly breaksProperties?: readonly string[];
  /** A text for the verdict of a run that ran into it, if the verdict would be misleading without it. */
  readonly inVerdict?: string;
  /** Starts to watch a new history for the deviation. */
  watch(): Watch;
}
