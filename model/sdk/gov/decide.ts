import { activeProposals, inactiveProposals, proposals, type ProposalRow } from '../../../specs/tables/gov.ts';
import { allOrNothing } from '../../all-or-nothing.ts';
import type { Context } from '../../context.ts';
import { Halt } from '../../halt.ts';
import { Refusal } from '../../refusal.ts';
import type { Router } from '../../router.ts';
import type { RankedValidator } from '../staking/ranking.ts';
import { burnDeposits, refundDeposits } from './deposits.ts';
import { govParamsOf } from './params.ts';
import { deleteProposal, dueIn, queue, saveProposal } from './proposals.ts';
import { tally, type Tally } from './tally.ts';

/** Deletes the proposals whose deposit period ended below the minimum deposit. */
export function dropInactive(context: Context): void {
  for (const id of dueIn(context, inactiveProposals)) {
    deleteProposal(context, dueProposal(context, id));
    if (govParamsOf(context).burn_proposal_deposit_prevote) burnDeposits(context, id);
    else refundDeposits(context, id);
  }
}

/** Tallies the proposals whose voting period is over, and executes those that pass. */
export function decideActive(
  context: Context,
  router: Router,
  electorate: (context: Context) => readonly RankedValidator[],
): void {
  for (const id of dueIn(context, activeProposals)) {
    const proposal = context.draft.get(proposals, proposals.key(id));
    // Another one that was carried out in this block has cancelled it.
    if (proposal === undefined) continue;
    const counted = tally(context, electorate(context), proposal);
    if (counted.passes || !proposal.expedited) {
      if (counted.burns) burnDeposits(context, id);
      else refundDeposits(context, id);
    }
    context.draft.delete(activeProposals, activeProposals.key(proposal.voting_end_time ?? 0n, id));
    saveProposal(context, decided(context, router, proposal, counted));
  }
}

/** An expedited proposal that does not pass becomes a regular one, and its votes are deleted. */
function decided(context: Context, router: Router, proposal: ProposalRow, { passes, result }: Tally): ProposalRow {
  const counted = { ...proposal, final_tally_result: result };
  if (passes) {
    const done = carryOut(context, router, proposal);
    return { ...counted, status: done ? 'PROPOSAL_STATUS_PASSED' : 'PROPOSAL_STATUS_FAILED' };
  }
  if (!proposal.expedited) return { ...counted, status: 'PROPOSAL_STATUS_REJECTED' };
  const end = (proposal.voting_start_time ?? 0n) + (govParamsOf(context).voting_period ?? 0n);
  queue(context, activeProposals, end, proposal.id);
  return { ...counted, expedited: false, voting_end_time: end };
}

/** Executes all messages of a proposal, or none if one fails. */
function carryOut(context: Context, router: Router, { messages }: ProposalRow): boolean {
  try {
    allOrNothing(context, () => {
      for (const message of messages) {
        router.check(message, context.features);
        router.handle(context, message);
      }
    });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** A proposal that vanished within the block, by another that was carried out, stops the program. */
function dueProposal({ draft }: Context, id: bigint): ProposalRow {
  const proposal = draft.get(proposals, proposals.key(id));
  if (proposal === undefined) throw new Halt('gov/proposal-missing', `proposal ${id} is due and gone`);
  return proposal;
}
