import { evidenceMinHeights } from '../../../specs/tables/provider.ts';
import { keepRow, type Fault } from '../fault.ts';

/** The deletion of a consumer leaves only its phase, its chain id and its owner (ADR-019). */
export const evidenceHeightSurvivesDeletion: Fault = {
  name: 'evidence-height-survives-deletion',
  describes: 'The minimum evidence height of a deleted consumer is not deleted.',
  shownBy: 'consumer-deleted',
  mutation: keepRow(evidenceMinHeights),
};
