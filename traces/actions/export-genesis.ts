import * as fc from 'fast-check';
import type { ExportGenesisAction } from '../../specs/generated/trace.ts';
import type { ActionKind } from './action.ts';
import { chainName } from '../format/fields.ts';
import { blockOrder } from '../world/order.ts';

/** No message: operators restart a chain from its exported genesis. */
export const exportGenesis: ActionKind<ExportGenesisAction> = {
  kind: 'export-genesis',
  title: 'ExportGenesisAction',
  describes:
    'The program of a chain stops, exports its state as a genesis, and a new program starts from this genesis at the next height.',
  sends: [],
  fields: { chain: chainName },
  weight: ({ chains }) => (chains.size > 1 ? 0.03 : 0.005),
  // A provider with consumers loses most of its CCV state in an export, so draw it less often.
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
    if (chain === undefined) return undefined;
    if (chain.height === 0n) return `${name} has made no block`;
    if (chain.genesis.kind === 'sovereign') return `${name} is no consumer yet`;
    yield { kind: 'export', chain: name };
    // From here on the chain has a state that it can prove to others.
    yield blockOrder(name);
    yield blockOrder(name);
    return undefined;
  },
};
