import type { Action, Trace } from '../../specs/generated/trace.ts';
import { setupOf, withActions } from '../format/trace.ts';

/** The trace without all actions that name one consumer or validator, for each consumer and validator. */
export function withoutNames(trace: Trace): Trace[] {
  const names = new Set(trace.actions.flatMap((action) => namesIn(action)));
  return [...names]
    .toSorted()
    .toReversed()
    .map((name) =>
      withActions(
        trace,
        trace.actions.filter((action) => !namesIn(action).includes(name)),
      ),
    )
    .filter(({ actions }) => actions.length > 0);
}

/** The trace with a simpler setup: a part replaced by its default, or the last validators removed. */
export function simplerSetups(trace: Trace): Trace[] {
  const { setup, ...rest } = trace;
  if (setup === undefined) return [];
  const candidates: Trace[] = [rest];
  for (const part of Object.keys(setup)) {
    const others = Object.fromEntries(Object.entries(setup).filter(([name]) => name !== part));
    candidates.push(Object.keys(others).length === 0 ? rest : { ...rest, setup: others });
  }
  const { validators } = setupOf(trace);
  for (let length = 1; length < validators.length; length++) {
    candidates.push({ ...rest, setup: { ...setup, validators: validators.slice(0, length) } });
  }
  return candidates;
}

function namesIn(action: Action): string[] {
  return Object.values(action).filter((value) => typeof value === 'string' && /^[cv]\d+$/u.test(value));
}
