import type { PropertyEvent, Violation } from '../../specs/property.ts';
import { PROPERTIES } from '../../specs/properties/index.ts';
import { WITNESSES } from '../../specs/witnesses/index.ts';

/** A property that an event broke. */
export interface Broken {
  readonly property: string;
  readonly violation: Violation;
}

/** The monitors of all executable properties and the witnesses of one run. They see what the chains did, not the model. */
export interface Watch {
  /** Feeds an event to all; the first property that it breaks, if any. */
  see(event: PropertyEvent): Broken | undefined;
  finish(drained: boolean): Broken | undefined;
  /** Names of the witnesses seen so far. */
  seen(): readonly string[];
}

/** Begins to watch one run. */
export function watch(): Watch {
  const monitors = PROPERTIES.flatMap((property) =>
    property.status === 'executable' ? [{ property: property.name, monitor: property.monitor() }] : [],
  );
  const waiting = new Map(WITNESSES.map((witness) => [witness.name, witness.watch()] as const));
  const seen: string[] = [];
  return {
    see(event) {
      for (const [name, waits] of waiting) {
        if (!waits.sees(event)) continue;
        waiting.delete(name);
        seen.push(name);
      }
      for (const { property, monitor } of monitors) {
        const violation = monitor.observe(event);
        if (violation !== undefined) return { property, violation };
      }
      return undefined;
    },
    finish(drained) {
      for (const { property, monitor } of monitors) {
        const violation = monitor.finish({ drained });
        if (violation !== undefined) return { property, violation };
      }
      return undefined;
    },
    seen: () => seen,
  };
}
