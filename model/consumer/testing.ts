import { EMPTY_BLOCK, type Block } from '../../specs/block.ts';
import type { Context } from '../context.ts';
import { Draft } from '../draft.ts';
import { consumerApp } from './app.ts';

/** The context of a consumer without state, for tests. */
export function contextFor(block: Partial<Block> = {}): Context {
  return {
    kind: 'consumer',
    features: new Set(),
    bech32Prefix: 'consumer',
    draft: new Draft(new Map()),
    block: {
      ...EMPTY_BLOCK,
      chainId: 'c0',
      height: 7n,
      time: 1_000_000_000n,
      ...block,
    },
    apps: { consumer: consumerApp },
    sentPackets: [],
    writtenAcks: [],
  };
}
