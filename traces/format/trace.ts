import type { Action, Trace } from '../../specs/generated/trace.ts';
import { DEFAULT_SETUP, type Setup } from '../setup/setup.ts';

/** The setup of a trace, with defaults for omitted parts. */
export function setupOf(trace: Trace): Setup {
  return { ...DEFAULT_SETUP, ...trace.setup };
}

/** The trace with other actions and the same setup. */
export function withActions(trace: Trace, actions: readonly Action[]): Trace {
  return { ...trace, actions };
}
