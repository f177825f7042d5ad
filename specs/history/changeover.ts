import { changesOf, type BlockEvent } from '../event.ts';
import { previouslySovereign } from '../tables/consumer.ts';

/** Whether a chain that lived on its own has become a consumer with this block (ADR-010). */
export function changesOver(event: BlockEvent): boolean {
  return changesOf(event, previouslySovereign).some(({ row }) => row !== undefined);
}
