import type { Block } from '../../specs/block.ts';
import { validatorsHash, type ValidatorSet } from '../../model/consensus/validator-set.ts';
import type { Difference } from './difference.ts';

/**
 * How a block that somebody else made differs from what follows of the validator updates before it: the sets that its
 * header names, and whose votes it holds. `lastSet` signed the block before, `set` signs this one and `nextSet` the next
 * one; no votes come before the first height of a program, `began`.
 */
export function compareConsensus(
  block: Pick<Block, 'height' | 'validatorsHash' | 'nextValidatorsHash' | 'votes'>,
  { lastSet, set, nextSet }: Readonly<Record<'lastSet' | 'set' | 'nextSet', ValidatorSet>>,
  began = 1n,
): Difference[] {
  const differences: Difference[] = [];
  const same = (what: string, expected: string, observed: string): void => {
    if (expected === observed) return;
    differences.push({ kind: 'consensus', path: ['header', what], expected, observed });
  };
  same('validators hash', validatorsHash(set), block.validatorsHash);
  same('next validators hash', validatorsHash(nextSet), block.nextValidatorsHash);
  const voters = block.height === began ? [] : lastSet;
  same('votes', votersText(voters), votersText(block.votes));
  return differences;
}

function votersText(voters: readonly { readonly address: string; readonly power: bigint }[]): string {
  return voters.map(({ address, power }) => `${address} with ${power}`).join(', ');
}
