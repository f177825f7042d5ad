import type { Context, MessageOf } from '../../context.ts';
import { ensure } from '../errors.ts';
import { chargeDeposits } from './deposits.ts';
import { deleteProposal, deleteVotes, isOpen, proposalAt } from './proposals.ts';

/** `cosmos.gov.v1.MsgCancelProposal`. */
export type MsgCancelProposal = MessageOf<{ readonly proposal_id: bigint; readonly proposer: string }>;

/** Handles `MsgCancelProposal`: the proposer takes back a proposal before its voting ends, at a price. */
export function cancelProposal(context: Context, { proposal_id: id, proposer }: MsgCancelProposal): void {
  const proposal = proposalAt(context, id);
  ensure(proposal.proposer === proposer, 'invalidProposer', `${proposer} has not made proposal ${id}`);
  ensure(isOpen(proposal), 'invalidProposal', `proposal ${id} is decided`);
  const { voting_end_time: end } = proposal;
  ensure(end === null || end >= context.block.time, 'votingPeriodEnded', `the voting on proposal ${id} is over`);
  chargeDeposits(context, id);
  deleteVotes(context, id);
  deleteProposal(context, proposal);
}
