import * as fc from 'fast-check';
import type { ExportGenesisAction } from '../../specs/generated/trace.ts';
import type { ActionKind } from './action.ts';
import { chainName } from '../format/fields.ts';
import { blockOrder } from '../world/order.ts';

/** No message: what operators do who start a chain anew from its own state. */
export const exportGenesis: ActionKind<ExportGenesisAction> = {
  kind: 'export-genesis',
  title: 'ExportGenesisAction',
  describes:
    'The program of a chain is ended, its state exported as a genesis, and a new program starts from that at the next height.',
  sends: [],
  fields: { chain: chainName },
  weight: ({ chains }) => (chains.size > 1 ? 0.03 : 0.005),
  // Of a provider with consumers hardly anything is left then, so it comes less often.
  draw: ({ chains }) =>
    fc.record({
      kind: fc.constant('export-genesis' as const),
      chain: fc.oneof(
        { weight: 1, arbitrary: fc.constant('provider') },
        { weight: 3 * (chains.size - 1), arbitrary: fc.constantFrom(...chains.keys()) },
      ),
    }),
  *plan(world, { chain: name }) {
    const chain = world.chains.get(name);
    if (chain === undefined || chain.height === 0n || chain.genesis.kind === 'sovereign') return;
    yield { kind: 'export', chain: name };
    // From here on there is a state again that can be proven to others.
    yield blockOrder(name);
    yield blockOrder(name);
  },
};
