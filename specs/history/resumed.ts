import { changesOf, type BlockEvent } from '../event.ts';
import { initGenesisHeight } from '../tables/consumer.ts';
import { historicalInfo } from '../tables/staking/chain.ts';
import { changesOver } from './changeover.ts';

/** Whether a block of a consumer is the first of a program that started from the genesis which it has exported. */
export function resumed(event: BlockEvent): boolean {
  return event.block.height > 1n && changesOf(event, initGenesisHeight).length > 0 && !changesOver(event);
}

/** The same for the provider: its staking module does not know the block before any more. */
export function providerResumed(event: BlockEvent): boolean {
  const before = String(event.block.height - 1n);
  return changesOf(event, historicalInfo).some(({ key, row }) => key === before && row === undefined);
}
