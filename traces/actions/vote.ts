import * as fc from 'fast-check';
import type { VoteAction } from '../../specs/generated/trace.ts';
import { txOf, type ActionKind } from './action.ts';
import { present, rarely, someVotedProposal, someVoter } from '../draw/index.ts';
import { accountName, proposalName, voteOption } from '../format/fields.ts';
import { onSomeChain, stakersChain, stakersOn } from '../messages/stakers.ts';
import { openProposals, proposalId } from '../view/index.ts';
import { OPTIONS, someOption } from '../messages/vote-option.ts';

const TYPE = '/cosmos.gov.v1.MsgVote';

/** `cosmos.gov.v1.MsgVote`. */
export const vote: ActionKind<VoteAction> = {
  kind: 'vote',
  title: 'VoteAction',
  describes: 'An account votes on a proposal (MsgVote).',
  sends: [TYPE],
  fields: {
    proposal: proposalName,
    by: accountName,
    option: voteOption,
    metadata: { type: 'string', maxLength: 300, description: 'The metadata of the vote, by default empty.' },
    chain: stakersChain,
  },
  optional: ['metadata', 'chain'],
  weight: (world) => (openProposals(world, 'PROPOSAL_STATUS_VOTING_PERIOD').length > 0 ? 6 : 0.2),
  draw: (world) =>
    onSomeChain(
      world,
      fc
        .record({
          kind: fc.constant('vote' as const),
          proposal: someVotedProposal(world),
          by: someVoter(world),
          option: someOption,
          metadata: rarely(3, fc.constantFrom('because', 'x'.repeat(256))),
        })
        .map(present),
    ),
  plan(world, { proposal, by, option, metadata = '', chain }) {
    const { account, send } = stakersOn(world, chain);
    return send(
      txOf(by, {
        '@type': TYPE,
        proposal_id: proposalId(world, proposal, chain),
        voter: account(by),
        option: OPTIONS[option],
        metadata,
      }),
    );
  },
};
