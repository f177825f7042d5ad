import { applyUpdates } from '../../model/consensus/validator-set.ts';
import type { Step } from '../../model/chain.ts';
import type { ChainState } from '../../traces/world/chain-state.ts';
import type { Difference } from './difference.ts';

/**
 * Whether consensus had to fail in a block: the program stops itself in it, or it leaves no validator. CometBFT has no
 * block without one: it fails before the program has committed the last one.
 */
export function compareFailure(
  { nextSet }: Pick<ChainState, 'nextSet'>,
  { observation: { halt, validatorUpdates } }: Step,
  reason: string,
): Difference[] {
  if (halt !== undefined || applyUpdates(nextSet, validatorUpdates).length === 0) return [];
  return [{ kind: 'halt', path: ['consensus'], expected: undefined, observed: reason }];
}
