import type { Deviation } from '../../specs/deviation.ts';
import { DEVIATIONS } from '../../specs/deviations/index.ts';
import type { HistoryEvent } from '../../specs/event.ts';
import type { Violation } from '../../specs/property.ts';
import { PROPERTIES } from '../../specs/properties/index.ts';
import type { Sees, Watch as WatchFor } from '../../specs/witness.ts';
import { WITNESSES } from '../../specs/witnesses/index.ts';

/** A property that an event broke. */
export interface Broken {
  readonly property: string;
  readonly violation: Violation;
}

/** The monitors of all executable properties, the witnesses and the deviations of one run. They see what the chains did, not the model. */
export interface Watch {
  /** Feeds an event to all; the first property that it breaks, if any. */
  see(event: HistoryEvent): Broken | undefined;
  /** Names of the witnesses seen so far. */
  seen(): readonly string[];
  /** Names of the properties that could not be judged. */
  excused(): readonly string[];
  /** Names of the deviations run into so far. */
  deviations(): readonly string[];
}

/**
 * Begins to watch one run, in which these deviations are known. `isExcused` is asked where a property is
 * broken: whether that shows nothing in this run, as not all chains are seen. Then it is no longer watched.
 */
export function watch(known: readonly Deviation[] = DEVIATIONS, isExcused: () => boolean = never): Watch {
  const monitors = new Map(
    PROPERTIES.flatMap((property) =>
      property.status === 'executable' ? [[property, property.monitor()] as const] : [],
    ),
  );
  const excused: string[] = [];
  const witnesses = lookOut(WITNESSES);
  const deviations = lookOut(known);
  const breaks = new Map(known.map(({ name, breaksProperties = [] }) => [name, breaksProperties]));
  /** What a known deviation that the run has run into accounts for is counted there. */
  const counts = (property: string, { deviation }: Violation): boolean =>
    !deviations.seen.some((name) => name === deviation || breaks.get(name)?.includes(property));
  const judge = (event: HistoryEvent): Broken | undefined => {
    for (const [property, monitor] of monitors) {
      const violation = monitor.observe(event);
      if (violation === undefined || !counts(property.name, violation)) continue;
      if (!isExcused()) return { property: property.name, violation };
      monitors.delete(property);
      excused.push(property.name);
    }
    return undefined;
  };
  return {
    see(event) {
      witnesses.see(event);
      deviations.see(event);
      return judge(event);
    },
    excused: () => excused,
    seen: () => witnesses.seen,
    deviations: () => deviations.seen,
  };
}

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
