import { SINGLETON } from '../key.ts';
import type { BlockEvent } from '../event.ts';
import { providerParams } from '../tables/provider.ts';

/** Whether a block of the provider is the last of an epoch, in which the sets of consumers are renewed (ADR-014). */
export function endsEpoch({ block, view }: BlockEvent): boolean {
  return block.height % (view.row(providerParams, SINGLETON)?.blocks_per_epoch ?? 1n) === 0n;
}
