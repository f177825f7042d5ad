import { existsSync, watch } from 'node:fs';
import { dirname } from 'node:path';

/** Resolves when a file is there; rejects when the signal says to wait no longer, with its reason. */
export async function appears(file: string, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const check = (): void => {
    if (existsSync(file)) resolve();
  };
  const giveUp = (): void => reject(signal.reason);
  const watcher = watch(dirname(file), check);
  watcher.on('error', reject);
  signal.addEventListener('abort', giveUp);
  try {
    if (signal.aborted) giveUp();
    check();
    await promise;
  } finally {
    watcher.close();
    signal.removeEventListener('abort', giveUp);
  }
}
