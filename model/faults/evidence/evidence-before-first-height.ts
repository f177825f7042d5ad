import { evidenceMinHeights } from '../../../specs/tables/provider.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** The provider ignores evidence from heights below the consumer's minimum (ADR-005). */
export const evidenceBeforeFirstHeight: Fault = {
  name: 'evidence-before-first-height',
  describes: "The provider accepts evidence from heights below the consumer's minimum evidence height.",
  shownBy: 'double-voting-too-early',
  mutation: mutateReading(evidenceMinHeights, () => 0n),
};
