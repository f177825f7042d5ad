import * as fc from 'fast-check';
import type { RestartAction } from '../../specs/generated/trace.ts';
import type { ActionKind } from './action.ts';
import { chainName } from '../format/fields.ts';

/** No message: the program of a chain crashes and restarts. */
export const restart: ActionKind<RestartAction> = {
  kind: 'restart',
  title: 'RestartAction',
  describes: 'The program of a chain is killed between two blocks and started again from its disk.',
  sends: [],
  fields: { chain: chainName },
  weight: () => 0.03,
  draw: (world) => fc.record({ kind: fc.constant('restart' as const), chain: fc.constantFrom(...world.chains.keys()) }),
  *plan(world, { chain: name }) {
    const chain = world.chains.get(name);
    if (chain?.height === 0n) return `${name} has made no block`;
    if (chain !== undefined) yield { kind: 'restart', chain: name };
    return undefined;
  },
};
