import * as fc from 'fast-check';
import type { DepositAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { queued, txOf, type ActionKind } from '../action.ts';
import { present, rarely, someAccount, someOpenProposal } from '../draw.ts';
import { accountName, amount, denom, proposalName } from '../fields.ts';
import { accountKey } from '../keys.ts';
import { BOND_DENOM } from '../setup.ts';
import { openProposals, proposalId } from '../view.ts';
import { someDeposit } from './submit-proposal.ts';

/** `cosmos.gov.v1.MsgDeposit`. */
export const deposit: ActionKind<DepositAction> = {
  kind: 'deposit',
  title: 'DepositAction',
  describes: 'An account adds to the deposit of a proposal (MsgDeposit).',
  fields: { proposal: proposalName, by: accountName, amount, denom },
  optional: ['denom'],
  weight: (world) => (openProposals(world).length > 0 ? 3 : 0.2),
  draw: (world) =>
    fc
      .record({
        kind: fc.constant('deposit' as const),
        proposal: someOpenProposal(world),
        by: someAccount(world),
        amount: someDeposit,
        denom: rarely(5, fc.constant('nothing')),
      })
      .map(present),
  plan: (world, { proposal, by, amount, denom = BOND_DENOM }) =>
    queued(
      world,
      'provider',
      txOf(by, {
        '@type': '/cosmos.gov.v1.MsgDeposit',
        proposal_id: proposalId(world, proposal),
        depositor: bech32('cosmos', accountKey(by).address),
        amount: [{ denom, amount: BigInt(amount) }],
      }),
    ),
};
