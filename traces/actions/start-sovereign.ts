import * as fc from 'fast-check';
import type { StartSovereignAction } from '../../specs/generated/trace.ts';
import type { ActionKind } from './action.ts';
import { someConsumer } from '../draw/index.ts';
import { consumerName } from '../format/fields.ts';
import { sovereignGenesis } from '../setup/setup.ts';

/** No message: a standalone chain starts with its own validators. It may become a consumer later (ADR-010). */
export const startSovereign: ActionKind<StartSovereignAction> = {
  kind: 'start-sovereign',
  title: 'StartSovereignAction',
  describes:
    'A standalone (sovereign) chain starts. Its validators have the same accounts as those of the provider; v0 signs ' +
    'with the same key on both chains, v1 with k1, and so on. Does nothing if the release has no standalone program.',
  sends: [],
  fields: { consumer: consumerName },
  weight: (world) => (world.model.programs.sovereign === undefined ? 0 : 0.05),
  draw: (world) =>
    someConsumer(world).chain((consumer) =>
      fc.record({ kind: fc.constant('start-sovereign' as const), consumer: fc.constant(consumer) }),
    ),
  *plan(world, { consumer }) {
    if (world.model.programs.sovereign === undefined) return 'the release has no program of a standalone chain';
    if (world.chains.has(consumer)) return `${consumer} has started before`;
    const genesis = sovereignGenesis(world.setup, world.chainIdOf(consumer), world.clock);
    yield { kind: 'start', chain: consumer, genesis };
    return undefined;
  },
};
