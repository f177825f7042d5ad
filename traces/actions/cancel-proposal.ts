import * as fc from 'fast-check';
import type { CancelProposalAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { queued, txOf, type ActionKind } from '../action.ts';
import { someAccount, someOpenProposal } from '../draw.ts';
import { accountName, proposalName } from '../fields.ts';
import { accountKey } from '../keys.ts';
import { openProposals, proposalId, proposals } from '../view.ts';

/** `cosmos.gov.v1.MsgCancelProposal`. */
export const cancelProposal: ActionKind<CancelProposalAction> = {
  kind: 'cancel-proposal',
  title: 'CancelProposalAction',
  describes: 'An account takes its proposal back (MsgCancelProposal).',
  fields: { proposal: proposalName, by: accountName },
  weight: (world) => (openProposals(world).length > 0 ? 0.8 : 0.1),
  draw: (world) =>
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
  plan: (world, { proposal, by }) =>
    queued(
      world,
      'provider',
      txOf(by, {
        '@type': '/cosmos.gov.v1.MsgCancelProposal',
        proposal_id: proposalId(world, proposal),
        proposer: bech32('cosmos', accountKey(by).address),
      }),
    ),
};
