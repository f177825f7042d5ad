import type { ChainName } from './block.ts';
import type { ChainKind } from './chain-kind.ts';
import { heightOf, type HistoryEvent } from './event.ts';
import type { Feature } from './feature.ts';

/** A violation of a property, as a text: "A, because …; however B". */
export interface Violation {
  readonly chain: ChainName;
  readonly height: bigint;
  readonly because: string;
  /**
   * The known deviation that fully explains it: without the deviation there would be no violation. The violation counts
   * in a history without that deviation, and when the deviation is no longer known.
   */
  readonly deviation?: string;
}

/** Watches one history. It gets every event in order and reports a violation at once. */
export interface PropertyMonitor {
  observe(event: HistoryEvent): Violation | undefined;
}

/** The subject of a property. */
export type PropertyGroup =
  'channel' | 'validator-set' | 'validator-update' | 'stake' | 'maturity' | 'slashing' | 'rewards' | 'governance';

interface Described {
  /** Its name in the specification, in lower case with dashes. */
  readonly name: string;
  /** What holds, in plain words. */
  readonly statement: string;
  readonly kind: 'safety' | 'liveness' | 'safety and liveness';
  readonly group: PropertyGroup;
  /** The section of ICS-028 (SM: system model and properties), the ADR, or the formal model that names it. */
  readonly source: string;
  /** The features that a release needs for it to apply. */
  readonly needs?: readonly Feature[];
  /** The feature with which it no longer applies. */
  readonly unless?: Feature;
  /** How an ADR changed its literal form: what is checked instead, and why. */
  readonly altered?: string;
}

/**
 * What a property concerns, on each kind of chain: names of tables, or other parts of a block
 * (`validator-updates`, `sent-packets/<port>`, `written-acks/<port>`, `txs/<message>`, `halt`).
 */
export type Touches = { readonly [kind in ChainKind]?: readonly string[] };

/** A property that a monitor decides. */
export interface ExecutableProperty extends Described {
  readonly touches: Touches;
  readonly status: 'executable';
  monitor(): PropertyMonitor;
}

/** A property that an ADR retired. It has no monitor. */
export interface RetiredProperty extends Described {
  readonly status: 'does not apply';
  /** The feature that the ADR introduced. */
  readonly unless: Feature;
  readonly retiredBy: string;
}

/** A named property of ICS-028 as a predicate over observations alone. */
export type Property = ExecutableProperty | RetiredProperty;

/** The status of a property on programs with certain features. A property that is `not executable` has no monitor. */
export type PropertyStatus = 'executable' | 'not executable' | 'does not apply';

/** The status of a property on programs with these features. */
export function statusOn(property: Property, features: ReadonlySet<string>): PropertyStatus {
  const { needs = [], unless } = property;
  const applies = needs.every((feature) => features.has(feature)) && (unless === undefined || !features.has(unless));
  if (!applies) return 'does not apply';
  return property.status === 'executable' ? 'executable' : 'not executable';
}

/** The releases that a property applies to, as a text. */
export function whereItApplies({ needs = [], unless }: Property): string {
  if (needs.length > 0) return `releases with the feature${needs.length === 1 ? '' : 's'} ${needs.join(' and ')}`;
  return unless === undefined ? 'all releases' : `releases without the feature ${unless}`;
}

/** A violation at an event, with the name of the deviation that explains it, if any. */
export function violation(event: HistoryEvent, because: string, deviation?: string): Violation {
  return { chain: event.chain, height: heightOf(event), because, ...(deviation !== undefined && { deviation }) };
}
