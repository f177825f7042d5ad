import * as fc from 'fast-check';
import type { FaultAction } from '../../specs/generated/trace.ts';
import type { ActionKind } from './action.ts';
import { someChain, someSigner } from '../draw/index.ts';
import { chainName, keyName } from '../format/fields.ts';
import { consensusKey } from '../setup/keys.ts';
import { isLifted } from '../generate/lifted.ts';
import { NODE_FAULTS } from '../world/order.ts';

/**
 * No message: a fault of a node. With the `lockstep` engine a fault only decides whose votes are missing. Only the
 * `cometbft` engine can run a twin, which signs twice.
 */
export const fault: ActionKind<FaultAction> = {
  kind: 'fault',
  title: 'FaultAction',
  describes:
    'A fault of a node: pause or resume it, kill or revive it, cut it off from the network or heal it, or run a twin that votes with the same key.',
  sends: [],
  fields: {
    chain: chainName,
    node: { ...keyName, description: 'The consensus key with which the node votes.' },
    fault: { enum: NODE_FAULTS, description: 'The fault, or its end.' },
  },
  // The block action already draws absent validators.
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
