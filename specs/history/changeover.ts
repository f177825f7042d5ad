import { changesOf, type BlockEvent } from '../event.ts';
import { previouslySovereign } from '../tables/consumer.ts';

/** Whether a standalone chain became a consumer in this block (ADR-010). */
export function changesOver(event: BlockEvent): boolean {
  return changesOf(event, previouslySovereign).some(({ row }) => row !== undefined);
}
