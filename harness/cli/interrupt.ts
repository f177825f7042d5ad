import { EXIT_CODES } from './exit-code.ts';

/** Milliseconds in which a further signal is taken for the same: npm and a shell pass on what all of a group get. */
const SAME_SIGNAL = 1_000;

/** A signal that Ctrl-C (or SIGTERM) gives; a second one that comes later ends the process at once. */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  let first: number | undefined;
  const interrupt = (): void => {
    const now = performance.now();
    first ??= now;
    controller.abort();
    // What was found is lost, so nothing can be said.
    if (now - first > SAME_SIGNAL) process.exit(EXIT_CODES.inconclusive);
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, interrupt);
  return controller.signal;
}
