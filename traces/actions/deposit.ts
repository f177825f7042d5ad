import * as fc from 'fast-check';
import type { DepositAction } from '../../specs/generated/trace.ts';
import { txOf, type ActionKind } from './action.ts';
import { present, rarely, someAccount, someOpenProposal } from '../draw/index.ts';
import { accountName, amount, denom, proposalName } from '../format/fields.ts';
import { BOND_DENOM } from '../setup/setup.ts';
import { onSomeChain, stakersChain, stakersOn } from '../messages/stakers.ts';
import { openProposals, proposalId } from '../view/index.ts';
import { someDeposit } from './submit-proposal.ts';

const TYPE = '/cosmos.gov.v1.MsgDeposit';

/** `cosmos.gov.v1.MsgDeposit`. */
export const deposit: ActionKind<DepositAction> = {
  kind: 'deposit',
  title: 'DepositAction',
  describes: 'An account adds to the deposit of a proposal (MsgDeposit).',
  sends: [TYPE],
  fields: { proposal: proposalName, by: accountName, amount, denom, chain: stakersChain },
  optional: ['denom', 'chain'],
  weight: (world) => (openProposals(world).length > 0 ? 3 : 0.2),
  draw: (world) =>
    onSomeChain(
      world,
      fc
        .record({
          kind: fc.constant('deposit' as const),
          proposal: someOpenProposal(world),
          by: someAccount(world),
          amount: someDeposit,
          denom: rarely(5, fc.constant('nothing')),
        })
        .map(present),
    ),
  plan(world, { proposal, by, amount, denom = BOND_DENOM, chain }) {
    const { account, send } = stakersOn(world, chain);
    return send(
      txOf(by, {
        '@type': TYPE,
        proposal_id: proposalId(world, proposal, chain),
        depositor: account(by),
        amount: [{ denom, amount: BigInt(amount) }],
      }),
    );
  },
};
