import * as fc from 'fast-check';
import type { VoteAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { queued, txOf, type ActionKind } from '../action.ts';
import { present, rarely, someVotedProposal, someVoter } from '../draw.ts';
import { accountName, proposalName, voteOption } from '../fields.ts';
import { accountKey } from '../keys.ts';
import { openProposals, proposalId } from '../view.ts';
import { OPTIONS, someOption } from '../vote-option.ts';

/** `cosmos.gov.v1.MsgVote`. */
export const vote: ActionKind<VoteAction> = {
  kind: 'vote',
  title: 'VoteAction',
  describes: 'An account votes on a proposal (MsgVote).',
  fields: {
    proposal: proposalName,
    by: accountName,
    option: voteOption,
    metadata: { type: 'string', maxLength: 300, description: 'What the voter says to it, by default nothing.' },
  },
  optional: ['metadata'],
  weight: (world) => (openProposals(world, 'PROPOSAL_STATUS_VOTING_PERIOD').length > 0 ? 6 : 0.2),
  draw: (world) =>
    fc
      .record({
        kind: fc.constant('vote' as const),
        proposal: someVotedProposal(world),
        by: someVoter(world),
        option: someOption,
        metadata: rarely(3, fc.constantFrom('because', 'x'.repeat(256))),
      })
      .map(present),
  plan: (world, { proposal, by, option, metadata = '' }) =>
    queued(
      world,
      'provider',
      txOf(by, {
        '@type': '/cosmos.gov.v1.MsgVote',
        proposal_id: proposalId(world, proposal),
        voter: bech32('cosmos', accountKey(by).address),
        option: OPTIONS[option],
        metadata,
      }),
    ),
};
