import type { HistoryEvent } from '../event.ts';
import type { ExecutableProperty, Violation } from '../property.ts';
import type { Witness } from '../witness.ts';

/** The first violation of a property in a history. */
export function firstViolation(property: ExecutableProperty, events: readonly HistoryEvent[]): Violation | undefined {
  const monitor = property.monitor();
  for (const event of events) {
    const found = monitor.observe(event);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a history reaches a witness. */
export function reaches(witness: Witness, events: readonly HistoryEvent[]): boolean {
  const watch = witness.watch();
  return events.map((event) => watch.sees(event)).includes(true);
}
