import * as fc from 'fast-check';
import type { DepositContent } from '../../specs/generated/trace.ts';
import type { ContentKind } from './content.ts';
import { someOpenProposal } from '../draw/index.ts';
import { amount, proposalName } from '../format/fields.ts';
import { isLifted } from '../generate/lifted.ts';
import { BOND_DENOM } from '../setup/setup.ts';
import { openProposals, proposalId } from '../view/index.ts';

const TYPE = '/cosmos.gov.v1.MsgDeposit';

/** `cosmos.gov.v1.MsgDeposit`, on the provider: governance adds to the deposit of another proposal. */
export const depositContent: ContentKind<DepositContent> = {
  message: 'deposit',
  title: 'DepositContent',
  describes: 'Governance adds to the deposit of a proposal (MsgDeposit).',
  type: TYPE,
  fields: { proposal: proposalName, amount },
  weight: (world) => (isLifted(world, 'governance-deposits') && openProposals(world).length > 0 ? 2 : 0),
  draw: (world) =>
    fc.record({
      message: fc.constant('deposit' as const),
      proposal: someOpenProposal(world),
      amount: fc.constantFrom('100000', '1', '10000000'),
    }),
  build: (world, { proposal, amount: tokens }, authority) => ({
    '@type': TYPE,
    proposal_id: proposalId(world, proposal),
    depositor: authority,
    amount: [{ denom: BOND_DENOM, amount: BigInt(tokens) }],
  }),
};
