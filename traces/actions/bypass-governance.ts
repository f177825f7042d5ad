import * as fc from 'fast-check';
import type { BypassGovernanceAction } from '../../specs/generated/trace.ts';
import { queued, txOf, type ActionKind } from '../action.ts';
import { messageOf, someContent } from '../contents/index.ts';
import { someAccount } from '../draw.ts';
import { accountName, shared } from '../fields.ts';

/** A message that is for governance, in a transaction of an account: in its own name, or in that of governance. */
export const bypassGovernance: ActionKind<BypassGovernanceAction> = {
  kind: 'bypass-governance',
  title: 'BypassGovernanceAction',
  describes: 'An account itself sends a message that only governance may send, or the owner of a consumer.',
  fields: { by: accountName, content: shared('Content') },
  weight: () => 0.8,
  draw: (world) =>
    fc.tuple(someAccount(world), someContent(world), fc.integer({ min: 1, max: 5 })).map(([by, content, one]) => ({
      kind: 'bypass-governance' as const,
      by,
      content: one === 1 ? { ...content, authority: 'gov' } : content,
    })),
  plan: (world, { by, content }) => queued(world, 'provider', txOf(by, messageOf(world, content, by))),
};
