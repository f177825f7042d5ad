import { spawnQueue } from '../../../specs/tables/provider.ts';
import { keepRow, type Fault } from '../fault.ts';

/** A consumer is launched once, at its last spawn time (ADR-019). */
export const launchStaysQueued: Fault = {
  name: 'launch-stays-queued',
  describes: 'A launch that succeeds, fails or is cancelled stays in the queue of its spawn time.',
  shownBy: 'launch-at-spawn-time',
  mutation: keepRow(spawnQueue),
};
