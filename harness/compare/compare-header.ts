import type { Block } from '../../specs/block.ts';
import type { ChainState } from '../../traces/world/chain-state.ts';
import { compareConsensus } from './compare-consensus.ts';
import { compareValues } from './compare-values.ts';
import type { Difference } from './difference.ts';

/** How many blocks may have been decided when the nodes fail that a chain cannot do without. */
const DECIDED = 2;

/** What a header says of the state and of the validators, which follow from the blocks before it. */
export function compareHeader(
  block: Pick<Block, 'height' | 'appHash' | 'validatorsHash' | 'nextValidatorsHash' | 'votes'>,
  chain: Pick<ChainState, 'appHash' | 'began' | 'lastSet' | 'set' | 'nextSet'>,
): Difference[] {
  const { appHash, began, lastSet, set, nextSet } = chain;
  const state = appHash === undefined ? [] : compareValues('consensus', ['header', 'app hash'], appHash, block.appHash);
  return [...state, ...compareConsensus(block, { lastSet, set, nextSet }, began.height)];
}

/** A chain without enough nodes to decide a block makes none but those that were decided already. */
export function compareQuorum(withoutQuorum: number): Difference[] {
  if (withoutQuorum <= DECIDED) return [];
  return [{ kind: 'halt', path: ['too-few-nodes'], expected: true, observed: false }];
}
