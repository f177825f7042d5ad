import { SINGLETON } from '../key.ts';
import type { Misbehavior } from '../block.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { consensusParams } from '../tables/consensus.ts';
import { equivocations } from '../tables/evidence.ts';

/** Whether a chain punished a double sign in this block: it then stores the evidence. */
export function keepsEvidence(event: BlockEvent): boolean {
  return changesOf(event, equivocations).some(({ row }) => row !== undefined);
}

/** Whether evidence is older than the maximum age, in time and in blocks (CometBFT). */
export function isTooOld({ block, view }: BlockEvent, { height, time }: Misbehavior): boolean {
  const limits = view.row(consensusParams, SINGLETON)?.evidence;
  if (limits === undefined) return false;
  return block.time - time > limits.max_age_duration && block.height - height > limits.max_age_num_blocks;
}
