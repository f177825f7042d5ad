import * as fc from 'fast-check';
import type { FaultAction } from '../../specs/generated/trace.ts';
import type { ActionKind } from './action.ts';
import { someChain, someSigner } from '../draw/index.ts';
import { chainName, keyName } from '../format/fields.ts';
import { consensusKey } from '../setup/keys.ts';
import { isLifted } from '../generate/lifted.ts';
import { NODE_FAULTS } from '../world/order.ts';

/**
 * No message: something happens to a node. Where the harness decides the blocks it comes down to whose votes they lack;
 * only real nodes can have a twin, and sign twice.
 */
export const fault: ActionKind<FaultAction> = {
  kind: 'fault',
  title: 'FaultAction',
  describes:
    'A node is paused and resumed, killed and revived, cut off the network and healed, or a second one votes with its key.',
  sends: [],
  fields: {
    chain: chainName,
    node: { ...keyName, description: 'The consensus key with which the node votes.' },
    fault: { enum: NODE_FAULTS, description: 'What happens to it.' },
  },
  // Validators that are away are drawn with blocks already.
  weight: (world) => (isLifted(world, 'node-faults') ? 1 : 0),
  draw: (world) =>
    someChain(world).chain((chain) =>
      fc.record({
        kind: fc.constant('fault' as const),
        chain: fc.constant(chain),
        node: someSigner(world, chain),
        fault: fc.constantFrom(...NODE_FAULTS.filter((one) => one !== 'twin')),
      }),
    ),
  plan(world, { chain, node, fault: what }) {
    return world.chains.has(chain) ? [{ kind: 'fault', chain, node: consensusKey(node).address, fault: what }] : [];
  },
};
