import * as fc from 'fast-check';
import type { ExportGenesisAction } from '../../specs/generated/trace.ts';
import type { ActionKind } from '../action.ts';
import { consumerName } from '../fields.ts';
import { blockOf } from '../world/order.ts';
import type { World } from '../world/world.ts';

/** No message: what operators do who start a chain anew from its own state. */
export const exportGenesis: ActionKind<ExportGenesisAction> = {
  kind: 'export-genesis',
  title: 'ExportGenesisAction',
  describes:
    'The program of a consumer is ended, its state exported as a genesis, and a new program starts from that at the next height.',
  fields: { chain: consumerName },
  weight: (world) => (consumers(world).length > 0 ? 0.03 : 0),
  draw: (world) =>
    fc.record({ kind: fc.constant('export-genesis' as const), chain: fc.constantFrom(...consumers(world)) }),
  *plan(world, { chain: name }) {
    const chain = world.chains.get(name);
    if (chain === undefined || chain.height === 0n) return;
    yield { kind: 'export', chain: name };
    // From here on there is a state again that can be proven to others.
    yield blockOf(name);
    yield blockOf(name);
  },
};

function consumers({ chains }: World): string[] {
  return [...chains.keys()].filter((name) => name !== 'provider');
}
