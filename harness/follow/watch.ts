import type { Deviation } from '../../specs/deviation.ts';
import { DEVIATIONS } from '../../specs/deviations/index.ts';
import type { HistoryEvent } from '../../specs/event.ts';
import type { Report } from '../../specs/generated/report.ts';
import { statusOn, type PropertyMonitor, type Violation } from '../../specs/property.ts';
import { PROPERTIES } from '../../specs/properties/index.ts';
import type { Sees, Watch as WatchFor } from '../../specs/witness.ts';
import { WITNESSES } from '../../specs/witnesses/index.ts';
import { probe } from './presumed.ts';
import type { AnswerPart } from '../facts/block-fact.ts';

/** A property that an event broke. */
export interface Broken {
  readonly property: string;
  readonly violation: Violation;
}

/**
 * Why a property was not judged in a run: the releases do not claim it, no monitor decides it, it seems broken while a
 * chain of the history is missing, or it depends on what the model expects because nothing was observed there.
 */
export type WhyNotJudged = Report['notJudged'][string];

/** Names of the properties that were not judged, with the reason. */
export type NotJudged = Readonly<Record<string, WhyNotJudged>>;

/** The monitors of the properties that apply, the witnesses and the deviations of one run. They see what the chains did, not the model. */
export interface Watch {
  /**
   * Feeds an event to all; the first property that it breaks, if any. Parts of the event that were not observed, and
   * stand as the model expects them, are named: a property whose monitor reads one of them is no longer judged.
   */
  see(event: HistoryEvent, presumed?: ReadonlySet<AnswerPart>): Broken | undefined;
  /** Names of the witnesses seen so far. */
  seen(): readonly string[];
  notJudged(): NotJudged;
  /** Names of the deviations run into so far. */
  deviations(): readonly string[];
}

/** What a run is watched with. */
export interface WatchOptions {
  /** What the programs of the run can do: properties that do not apply to them are not judged. */
  readonly features: ReadonlySet<string>;
  /** The deviations that are known, by default all. */
  readonly known?: readonly Deviation[];
  /**
   * Asked where a property is broken: whether that shows nothing in this run, as not all chains are seen. Then the
   * property is no longer judged.
   */
  readonly isExcused?: () => boolean;
}

/** Begins to watch one run. */
export function watch({ features, known = DEVIATIONS, isExcused = never }: WatchOptions): Watch {
  const monitors = new Map<string, PropertyMonitor>();
  const notJudged: Record<string, WhyNotJudged> = {};
  for (const property of PROPERTIES) {
    const { name } = property;
    const status = statusOn(property, features);
    if (status === 'does not apply') notJudged[name] = 'does-not-apply';
    else if (property.status !== 'executable') notJudged[name] = 'no-monitor';
    else monitors.set(name, property.monitor());
  }
  const giveUp = (name: string, reason: WhyNotJudged): void => {
    monitors.delete(name);
    notJudged[name] = reason;
  };
  const witnesses = lookOut(WITNESSES);
  const deviations = lookOut(known);
  const breaks = new Map(known.map(({ name, breaksProperties = [] }) => [name, breaksProperties]));
  /** What a known deviation that the run has run into accounts for is counted there. */
  const counts = (property: string, { deviation }: Violation): boolean =>
    !deviations.seen.some((name) => name === deviation || breaks.get(name)?.includes(property));
  const judge = (event: HistoryEvent, presumed: ReadonlySet<AnswerPart>): Broken | undefined => {
    for (const [name, monitor] of monitors) {
      const shown = presumed.size === 0 ? { event, isRead: never } : probe(event, presumed);
      const violation = monitor.observe(shown.event);
      if (shown.isRead()) giveUp(name, 'depends-on-model');
      else if (violation !== undefined && counts(name, violation)) {
        if (!isExcused()) return { property: name, violation };
        giveUp(name, 'chain-missing');
      }
    }
    return undefined;
  };
  return {
    see(event, presumed = NOTHING) {
      witnesses.see(event);
      deviations.see(event);
      return judge(event, presumed);
    },
    notJudged: () => notJudged,
    seen: () => witnesses.seen,
    deviations: () => deviations.seen,
  };
}

const NOTHING: ReadonlySet<AnswerPart> = new Set();

const never = (): boolean => false;

interface Waiting {
  readonly name: string;
  readonly sees: Sees;
}

/** Looks out for each of these until it is seen for the first time. Most can only be seen in blocks of one kind of chain. */
function lookOut(known: readonly { readonly name: string; readonly watch: () => WatchFor }[]): {
  readonly seen: readonly string[];
  readonly see: (event: HistoryEvent) => void;
} {
  const all = known.map(({ name, watch: begin }): Waiting => ({ name, sees: begin().sees }));
  const waitingFor = (kind: HistoryEvent['kind']): Waiting[] =>
    all.filter(({ sees }) => sees.blocksOf === undefined || sees.blocksOf === kind);
  const waiting = {
    provider: waitingFor('provider'),
    consumer: waitingFor('consumer'),
    sovereign: waitingFor('sovereign'),
  };
  const seen: string[] = [];
  return {
    seen,
    see(event) {
      const now = waiting[event.kind].filter(({ sees }) => sees(event));
      if (now.length === 0) return;
      const rest = ({ name }: Waiting): boolean => !seen.includes(name);
      seen.push(...now.map(({ name }) => name));
      waiting.provider = waiting.provider.filter(rest);
      waiting.consumer = waiting.consumer.filter(rest);
      waiting.sovereign = waiting.sovereign.filter(rest);
    },
  };
}
