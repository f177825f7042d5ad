import * as fc from 'fast-check';
import type { BlockAction } from '../../specs/generated/trace.ts';
import type { ActionKind } from '../action.ts';
import { chainName, keyName, seconds } from '../fields.ts';
import { someChain, someSeconds } from '../draw.ts';
import { consensusKey } from '../keys.ts';
import { blockOf } from '../world/order.ts';

/** A block with all transactions that wait. */
export const block: ActionKind<BlockAction> = {
  kind: 'block',
  title: 'BlockAction',
  describes: 'A chain makes a block with the transactions that wait for it, some time after the block before.',
  fields: {
    chain: chainName,
    seconds,
    absent: { type: 'array', items: keyName, description: 'Consensus keys that do not sign the block.' },
  },
  optional: ['absent'],
  weight: () => 30,
  draw: (world) =>
    fc.record({
      kind: fc.constant('block' as const),
      chain: someChain(world),
      seconds: someSeconds(world),
    }),
  *plan(world, { chain, seconds, absent }) {
    if (!world.chains.has(chain)) return;
    yield blockOf(chain, { seconds, absent: new Set((absent ?? []).map((name) => consensusKey(name).address)) });
  },
};
