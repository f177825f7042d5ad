import { spawnQueue } from '../../../specs/tables/provider.ts';
import { keepRow, type Fault } from '../fault.ts';

/** A consumer is launched once, at its last spawn time (ADR-019). */
export const launchStaysDue: Fault = {
  name: 'launch-stays-due',
  describes: 'A launch stays in the queue of its spawn time when it is done or called off.',
  shownBy: 'launch-at-spawn-time',
  bend: keepRow(spawnQueue),
};
