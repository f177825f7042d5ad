import { changesOf, type BlockEvent } from '../event.ts';
import { initGenesisHeight } from '../tables/consumer.ts';
import { historicalInfo } from '../tables/staking/chain.ts';
import { changesOver } from './changeover.ts';

/** Whether a consumer block is the first one after a restart from the exported genesis. */
export function resumed(event: BlockEvent): boolean {
  return event.block.height > 1n && changesOf(event, initGenesisHeight).length > 0 && !changesOver(event);
}

/** Whether a provider block is the first one after such a restart: staking does not have the previous block any more. */
export function providerResumed(event: BlockEvent): boolean {
  const before = String(event.block.height - 1n);
  return changesOf(event, historicalInfo).some(({ key, row }) => key === before && row === undefined);
}
