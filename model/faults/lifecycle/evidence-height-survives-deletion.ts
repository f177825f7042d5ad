import { evidenceMinHeights } from '../../../specs/tables/provider.ts';
import { keepRow, type Fault } from '../fault.ts';

/** What is deleted leaves nothing but its phase, its chain id and its owner (ADR-019). */
export const evidenceHeightSurvivesDeletion: Fault = {
  name: 'evidence-height-survives-deletion',
  describes: 'The minimum height of evidence of a deleted consumer is not forgotten.',
  shownBy: 'consumer-deleted',
  bend: keepRow(evidenceMinHeights),
};
