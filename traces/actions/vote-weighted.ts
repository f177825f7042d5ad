import * as fc from 'fast-check';
import type { VoteWeightedAction } from '../../specs/generated/trace.ts';
import { txOf, type ActionKind } from './action.ts';
import { someVotedProposal, someVoter } from '../draw/index.ts';
import { accountName, fraction, proposalName, voteOption } from '../format/fields.ts';
import { onSomeChain, stakersChain, stakersOn } from '../messages/stakers.ts';
import { openProposals, proposalId } from '../view/index.ts';
import { OPTIONS, someOption } from '../messages/vote-option.ts';

const TYPE = '/cosmos.gov.v1.MsgVoteWeighted';

/** Weights that sum to one, exactly or nearly. */
const someWeights = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ['1'],
      ['0.5', '0.5'],
      ['0.333333333333333333', '0.666666666666666667'],
      ['0.1', '0.2', '0.7'],
      ['0.000000000000000001', '0.999999999999999999'],
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom([], ['0.5'], ['0.5', '0.6'], ['1', '0'], ['2'], ['0.3', '0.3', '0.3']) },
);

/** `cosmos.gov.v1.MsgVoteWeighted`. */
export const voteWeighted: ActionKind<VoteWeightedAction> = {
  kind: 'vote-weighted',
  title: 'VoteWeightedAction',
  describes: 'An account splits its vote on a proposal (MsgVoteWeighted).',
  sends: [TYPE],
  fields: {
    proposal: proposalName,
    by: accountName,
    options: {
      type: 'array',
      maxItems: 6,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['option', 'weight'],
        properties: { option: voteOption, weight: fraction },
      },
    },
    chain: stakersChain,
  },
  optional: ['chain'],
  weight: (world) => (openProposals(world, 'PROPOSAL_STATUS_VOTING_PERIOD').length > 0 ? 3 : 0.1),
  draw: (world) =>
    onSomeChain(
      world,
      fc.record({
        kind: fc.constant('vote-weighted' as const),
        proposal: someVotedProposal(world),
        by: someVoter(world),
        options: someWeights.chain((weights) =>
          fc
            .array(someOption, { minLength: weights.length, maxLength: weights.length })
            .map((options) => options.map((option, i) => ({ option, weight: weights[i] ?? '1' }))),
        ),
      }),
    ),
  plan(world, { proposal, by, options, chain }) {
    const { account, send } = stakersOn(world, chain);
    return send(
      txOf(by, {
        '@type': TYPE,
        proposal_id: proposalId(world, proposal, chain),
        voter: account(by),
        options: options.map(({ option, weight }) => ({ option: OPTIONS[option], weight })),
        metadata: '',
      }),
    );
  },
};
