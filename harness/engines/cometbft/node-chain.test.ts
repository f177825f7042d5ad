import { expect, test } from 'vitest';
import { consensusFailureIn } from './node-chain.ts';

test('a node says in its log why it decides no block any more', () => {
  const log = `2:07PM ERR SendTimeout module=blocksync
2:07PM ERR CONSENSUS FAILURE!!! err="it said \\"no\\": an empty set" module=consensus stack="goroutine 193"`;
  expect(consensusFailureIn(log)).toBe('it said \\"no\\": an empty set');
  expect(consensusFailureIn('2:07PM ERR CONSENSUS FAILURE!!! err=nothing module=consensus')).toBe('nothing');
  expect(consensusFailureIn('2:07PM ERR SendTimeout err="no consensus"')).toBeUndefined();
});
