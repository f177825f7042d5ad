import { changesOf, type BlockEvent } from '../event.ts';
import { changesOver } from './changeover.ts';
import { initGenesisHeight } from '../tables/consumer.ts';

/** Whether a block of a consumer is the first of a program that started from the genesis which it has exported. */
export function resumed(event: BlockEvent): boolean {
  return event.block.height > 1n && changesOf(event, initGenesisHeight).length > 0 && !changesOver(event);
}
