import { evidenceMinHeights } from '../../../specs/tables/provider.ts';
import { bendReading, type Fault } from '../fault.ts';

/** A consumer has a first height, before which no vote can be of it (ADR-005). */
export const evidenceBeforeFirstHeight: Fault = {
  name: 'evidence-before-first-height',
  describes: 'Votes count that are of heights before the first one of the consumer.',
  shownBy: 'double-voting-too-early',
  bend: bendReading(evidenceMinHeights, () => 0n),
};
