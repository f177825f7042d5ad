import * as fc from 'fast-check';
import type { BypassGovernanceAction } from '../../specs/generated/trace.ts';
import { queued, txOf, type ActionKind } from './action.ts';
import { messageOf, someContent } from '../contents/index.ts';
import { rarely, someAccount, someStartedConsumer } from '../draw/index.ts';
import { accountName, chainName, shared } from '../format/fields.ts';
import { prefixOf } from '../setup/keys.ts';
import type { World } from '../world/world.ts';

/** An account sends a message that only governance may send; the authority is the account itself or governance. */
export const bypassGovernance: ActionKind<BypassGovernanceAction> = {
  kind: 'bypass-governance',
  title: 'BypassGovernanceAction',
  describes: 'An account sends a message that only governance, or the owner of a consumer, may send.',
  sends: [],
  fields: {
    by: accountName,
    content: shared('Content'),
    chain: { ...chainName, description: 'The chain that it is sent to, by default the provider.' },
  },
  optional: ['chain'],
  weight: () => 0.8,
  draw: (world) =>
    fc
      .tuple(someAccount(world), someContent(world), fc.integer({ min: 1, max: 5 }), someElsewhere(world))
      .map(([by, content, one, elsewhere]) => {
        // A message for a consumer goes to a consumer: the provider has no module that handles it.
        const chain = content.message === 'consumer-params' && one > 2 ? content.consumer : elsewhere;
        return {
          kind: 'bypass-governance' as const,
          by,
          content: one % 3 === 1 ? { ...content, authority: 'gov' } : content,
          ...(chain !== undefined && { chain }),
        };
      }),
  plan: (world, { by, content, chain = 'provider' }) =>
    queued(world, chain, txOf(by, messageOf(world, content, by, prefixOf(chain)))),
};

/** Sometimes a consumer. It has no governance and rejects the same messages. */
function someElsewhere(world: World): fc.Arbitrary<string | undefined> {
  return world.chains.size === 1 ? fc.constant(undefined) : rarely(20, someStartedConsumer(world));
}
