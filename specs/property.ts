import type { ChainName } from './block.ts';
import type { ChainKind } from './chain-kind.ts';
import { heightOf, type HistoryEvent } from './event.ts';
import type { Feature } from './feature.ts';

/** Why a history breaks a property, in words: "A, because …; however B". */
export interface Violation {
  readonly chain: ChainName;
  readonly height: bigint;
  readonly because: string;
  /**
   * The known deviation that accounts for it wholly: without it there would be no violation. It counts in a history
   * that did not run into that deviation, or when the deviation is known no more.
   */
  readonly deviation?: string;
}

/** Watches one history. It is fed every event in order and answers at once where the property breaks. */
export interface PropertyMonitor {
  observe(event: HistoryEvent): Violation | undefined;
}

/** What a property is about. */
export type PropertyGroup =
  'channel' | 'validator-set' | 'validator-update' | 'stake' | 'maturity' | 'slashing' | 'rewards' | 'governance';

interface Described {
  /** The name that the specification gives it, in lower case with dashes. */
  readonly name: string;
  /** In plain words. */
  readonly statement: string;
  readonly kind: 'safety' | 'liveness' | 'safety and liveness';
  readonly group: PropertyGroup;
  /** The section of ICS-028 (SM: system model and properties), or the ADR, or the model that names it. */
  readonly source: string;
  /** The features without which it does not apply. */
  readonly needs?: readonly Feature[];
  /** The feature with which it does not apply any more. */
  readonly unless?: Feature;
  /** Where an ADR changed its literal form: what is checked in its place, and why. */
  readonly altered?: string;
}

/**
 * What a property speaks of, on each kind of chain: names of tables, or what a block shows beside its rows
 * (`validator-updates`, `sent-packets/<port>`, `written-acks/<port>`, `txs/<message>`, `halt`).
 */
export type Touches = { readonly [kind in ChainKind]?: readonly string[] };

/** A property that a monitor decides. */
export interface ExecutableProperty extends Described {
  readonly touches: Touches;
  readonly status: 'executable';
  monitor(): PropertyMonitor;
}

/** A property that an ADR retired: no monitor decides it. */
export interface RetiredProperty extends Described {
  readonly status: 'does not apply';
  /** The feature that came with the ADR. */
  readonly unless: Feature;
  readonly retiredBy: string;
}

/** A named property of ICS-028 as a predicate over observations alone. */
export type Property = ExecutableProperty | RetiredProperty;

/** What becomes of a property on programs with certain features; no monitor decides one that is `not executable`. */
export type PropertyStatus = 'executable' | 'not executable' | 'does not apply';

/** What becomes of a property on programs with these features. */
export function statusOn(property: Property, features: ReadonlySet<string>): PropertyStatus {
  const { needs = [], unless } = property;
  const applies = needs.every((feature) => features.has(feature)) && (unless === undefined || !features.has(unless));
  if (!applies) return 'does not apply';
  return property.status === 'executable' ? 'executable' : 'not executable';
}

/** Which releases a property applies to, in words. */
export function whereItApplies({ needs = [], unless }: Property): string {
  if (needs.length > 0) return `releases with the feature${needs.length === 1 ? '' : 's'} ${needs.join(' and ')}`;
  return unless === undefined ? 'all releases' : `releases without the feature ${unless}`;
}

/** A violation at an event; with the name of the deviation that accounts for it, if one does. */
export function violation(event: HistoryEvent, because: string, deviation?: string): Violation {
  return { chain: event.chain, height: heightOf(event), because, ...(deviation !== undefined && { deviation }) };
}
