/** Removes at once what may not outlive the harness: a program with its folder, the containers of a run. */
export type Removal = () => void;

const living = new Set<Removal>();
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
let guarded = false;

/** Remembers what has to be removed however the harness ends, as long as a signal that can be caught ends it. */
export function remember(removal: Removal): void {
  guard();
  living.add(removal);
}

/** Forgets what was removed; safe to call twice. */
export function forget(removal: Removal): void {
  living.delete(removal);
}

function guard(): void {
  if (guarded) return;
  guarded = true;
  process.on('exit', removeAll);
  for (const [signal, number] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      // Whoever else listens to the signal decides when to end, and `exit` comes then.
      if (process.listenerCount(signal) === 1) process.exit(128 + number);
    });
  }
}

function removeAll(): void {
  for (const removal of living) {
    try {
      removal();
    } catch {
      // The harness is ending: what can't be removed must not keep the rest alive.
    }
  }
}
