// The only place that loads testcontainers, which takes a while: import this file where containers are wanted.

/** The signals that end the harness, which alone decides what becomes of its programs then. */
const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/**
 * Loads a package and removes the listeners to signals that it adds: a package that waits for the listeners of others to
 * end the process, while ours waits for its, would keep a harness alive that was told to end.
 */
async function withoutListeners<Module>(load: () => Promise<Module>): Promise<Module> {
  const before = new Map(SIGNALS.map((signal) => [signal, new Set(process.listeners(signal))]));
  const loaded = await load();
  for (const [signal, known] of before) {
    for (const listener of process.listeners(signal)) if (!known.has(listener)) process.off(signal, listener);
  }
  return loaded;
}

export const { GenericContainer, getContainerRuntimeClient, ImageName, PullPolicy } = await withoutListeners(
  () => import('testcontainers'),
);
