import { expect, test } from 'vitest';
import { EMPTY_BLOCK } from '../../specs/block.ts';
import { nothingAt } from '../observe/observer.ts';
import { MOST_BLOCKS, openTimeline } from './timeline.ts';

function blockAt(height: bigint) {
  return { ...EMPTY_BLOCK, chainId: 'provider-1', height, time: height };
}

test('the last blocks of each chain are kept, with their place among all of them', () => {
  const timeline = openTimeline();
  for (let height = 1n; height <= 20n; height++) timeline.take('provider', blockAt(height), nothingAt(height));
  timeline.take('c0', blockAt(1n), nothingAt(1n));
  timeline.take('provider', blockAt(21n), nothingAt(21n));
  const shown = timeline.chains().map(({ chain, blocks }) => [chain, blocks.map(({ block }) => Number(block.height))]);
  expect(shown).toEqual([
    ['provider', [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]],
    ['c0', [1]],
  ]);
  expect(timeline.chains()[0]?.blocks).toHaveLength(MOST_BLOCKS);
  expect(timeline.chains().map(({ blocks }) => blocks.at(-1)?.order)).toEqual([21, 20]);
});

test('what was given out does not change when more blocks come', () => {
  const timeline = openTimeline();
  timeline.take('provider', blockAt(1n), nothingAt(1n));
  const before = timeline.chains();
  timeline.take('provider', blockAt(2n), nothingAt(2n));
  expect(before[0]?.blocks).toHaveLength(1);
});
