import { changesOf, type BlockEvent } from '../event.ts';
import { initGenesisHeight, previouslySovereign } from '../tables/consumer.ts';

/** Whether a block of a consumer is the first of a program that started from the genesis which it has exported. */
export function resumed(event: BlockEvent): boolean {
  if (event.block.height === 1n || changesOf(event, initGenesisHeight).length === 0) return false;
  return changesOf(event, previouslySovereign).every(({ row }) => row === undefined);
}
