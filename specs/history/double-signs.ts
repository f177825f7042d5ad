import { SINGLETON } from '../key.ts';
import type { Misbehavior } from '../block.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { consensusParams } from '../tables/consensus.ts';
import { equivocations } from '../tables/evidence.ts';

/** Whether a chain has punished a double sign that consensus reported in this block: it keeps what it acted on. */
export function keepsEvidence(event: BlockEvent): boolean {
  return changesOf(event, equivocations).some(({ row }) => row !== undefined);
}

/** Whether what consensus reports is older than a chain looks at: by its time and by its blocks (CometBFT). */
export function isTooOld({ block, view }: BlockEvent, { height, time }: Misbehavior): boolean {
  const limits = view.row(consensusParams, SINGLETON)?.evidence;
  if (limits === undefined) return false;
  return block.time - time > limits.max_age_duration && block.height - height > limits.max_age_num_blocks;
}
