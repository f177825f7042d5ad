import { SINGLETON } from '../key.ts';
import type { BlockEvent } from '../event.ts';
import { providerParams } from '../tables/provider.ts';

/** Whether a provider block is the last one of an epoch, which recomputes the sets of consumers (ADR-014). */
export function endsEpoch({ block, view }: BlockEvent): boolean {
  return block.height % (view.row(providerParams, SINGLETON)?.blocks_per_epoch ?? 1n) === 0n;
}
