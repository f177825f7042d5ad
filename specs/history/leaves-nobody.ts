import type { BlockEvent } from '../event.ts';

/** Whether the updates of a block leave the chain without a validator: consensus refuses them and halts (CometBFT). */
export function leavesNobody({ observation: { validatorUpdates }, nextSet }: BlockEvent): boolean {
  if (validatorUpdates.length === 0) return false;
  const removed = new Set(validatorUpdates.flatMap(({ pubKey, power }) => (power === 0n ? [pubKey] : [])));
  return removed.size === validatorUpdates.length && nextSet.every(({ pubKey }) => removed.has(pubKey));
}
