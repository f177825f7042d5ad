import * as fc from 'fast-check';
import type { StartSovereignAction } from '../../specs/generated/trace.ts';
import type { ActionKind } from './action.ts';
import { someConsumer } from '../draw/index.ts';
import { consumerName } from '../format/fields.ts';
import { sovereignGenesis } from '../setup/setup.ts';

/** No message: a chain that will perhaps become a consumer begins with validators of its own (ADR-010). */
export const startSovereign: ActionKind<StartSovereignAction> = {
  kind: 'start-sovereign',
  title: 'StartSovereignAction',
  describes:
    'A chain starts that lives on its own. Its validators have the accounts of those of the provider; v0 signs with the ' +
    'same key on both chains, v1 with k1, and so on. Without the program of such a chain nothing happens.',
  sends: [],
  fields: { consumer: consumerName },
  weight: (world) => (world.model.programs.sovereign === undefined ? 0 : 0.05),
  draw: (world) =>
    someConsumer(world).chain((consumer) =>
      fc.record({ kind: fc.constant('start-sovereign' as const), consumer: fc.constant(consumer) }),
    ),
  plan(world, { consumer }) {
    if (world.model.programs.sovereign === undefined || world.chains.has(consumer)) return [];
    const genesis = sovereignGenesis(world.setup, world.chainIdOf(consumer), world.clock);
    return [{ kind: 'start', chain: consumer, genesis }];
  },
};
