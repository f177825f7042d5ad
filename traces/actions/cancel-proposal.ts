import * as fc from 'fast-check';
import type { CancelProposalAction } from '../../specs/generated/trace.ts';
import { txOf, type ActionKind } from './action.ts';
import { someAccount, someOpenProposal } from '../draw/index.ts';
import { accountName, proposalName } from '../format/fields.ts';
import { onSomeChain, stakersChain, stakersOn } from '../messages/stakers.ts';
import { openProposals, proposalId, proposals } from '../view/index.ts';

const TYPE = '/cosmos.gov.v1.MsgCancelProposal';

/** `cosmos.gov.v1.MsgCancelProposal`. */
export const cancelProposal: ActionKind<CancelProposalAction> = {
  kind: 'cancel-proposal',
  title: 'CancelProposalAction',
  describes: 'An account cancels its proposal (MsgCancelProposal).',
  sends: [TYPE],
  fields: { proposal: proposalName, by: accountName, chain: stakersChain },
  optional: ['chain'],
  weight: (world) => (openProposals(world).length > 0 ? 0.8 : 0.1),
  draw: (world) =>
    onSomeChain(
      world,
      someOpenProposal(world).chain((proposal) => {
        const by = proposals(world).find(({ name }) => name === proposal)?.by;
        return fc.record({
          kind: fc.constant('cancel-proposal' as const),
          proposal: fc.constant(proposal),
          by:
            by === undefined
              ? someAccount(world)
              : fc.oneof({ weight: 4, arbitrary: fc.constant(by) }, { weight: 1, arbitrary: someAccount(world) }),
        });
      }),
    ),
  plan(world, { proposal, by, chain }) {
    const { account, send } = stakersOn(world, chain);
    return send(
      txOf(by, {
        '@type': TYPE,
        proposal_id: proposalId(world, proposal, chain),
        proposer: account(by),
      }),
    );
  },
};
