import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { forget, remember } from '../living.ts';
import { thisHarness } from '../owner.ts';

const REMOVE_RUN = fileURLToPath(new URL('remove-run.ts', import.meta.url));
/** Milliseconds that a harness which is ending gives to the removal of its containers. */
const LIMIT = 20_000;

const living = new Set<symbol>();

/** Counts a container that is about to be made: as long as there is one, an end of the harness removes them all. */
export function countContainer(): symbol {
  const container = Symbol('container');
  living.add(container);
  remember(removeAll);
  return container;
}

/** A container is gone; safe to call twice. */
export function discountContainer(container: symbol): void {
  living.delete(container);
  if (living.size === 0) forget(removeAll);
}

/** The harness is ending and can wait for nothing, so that another process has to ask the engine. */
function removeAll(): void {
  spawnSync(process.execPath, [REMOVE_RUN, thisHarness().run], { stdio: 'ignore', timeout: LIMIT });
}
