import * as fc from 'fast-check';
import type { BlockAction } from '../../specs/generated/trace.ts';
import type { ActionKind } from './action.ts';
import { chainName, keyName, seconds } from '../format/fields.ts';
import { present, someAbsent, someChain, someSeconds } from '../draw/index.ts';
import { consensusKey } from '../setup/keys.ts';
import { blockOrder } from '../world/order.ts';

/** Makes a block with all waiting transactions. */
export const block: ActionKind<BlockAction> = {
  kind: 'block',
  title: 'BlockAction',
  describes:
    'A chain makes a block with its waiting transactions, the given number of seconds after the previous block.',
  sends: [],
  fields: {
    chain: chainName,
    seconds,
    absent: { type: 'array', items: keyName, description: 'Consensus keys that do not sign the block.' },
  },
  optional: ['absent'],
  weight: () => 30,
  draw: (world) =>
    someChain(world).chain((chain) =>
      fc
        .record({
          kind: fc.constant('block' as const),
          chain: fc.constant(chain),
          seconds: someSeconds(world),
          absent: someAbsent(world, chain),
        })
        .map(present),
    ),
  *plan(world, { chain, seconds, absent }) {
    if (!world.chains.has(chain)) return;
    yield blockOrder(chain, { seconds, absent: new Set((absent ?? []).map((name) => consensusKey(name).address)) });
  },
};
