import {
  activeProposals,
  inactiveProposals,
  proposals,
  votes,
  votingProposals,
  type ProposalQueue,
  type ProposalRow,
} from '../../../specs/tables/gov.ts';
import type { ProposalId } from '../../../specs/key.ts';
import type { Nanos } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { refuse } from '../errors.ts';
import { govParamsOf } from './params.ts';

/** The proposal with this number. Refuses when there is none. */
export function proposalAt({ draft }: Context, id: ProposalId): ProposalRow {
  return draft.get(proposals, proposals.key(id)) ?? refuse('unregistered', `there is no proposal ${id}`);
}

/** Whether deposits are taken and the proposer may still cancel. */
export function isOpen({ status }: ProposalRow): boolean {
  return status === 'PROPOSAL_STATUS_DEPOSIT_PERIOD' || status === 'PROPOSAL_STATUS_VOTING_PERIOD';
}

/** Writes a proposal, and whether it can be voted on. */
export function saveProposal({ draft }: Context, proposal: ProposalRow): void {
  const key = proposals.key(proposal.id);
  if (proposal.status === 'PROPOSAL_STATUS_VOTING_PERIOD') draft.set(votingProposals, key, '01');
  else draft.delete(votingProposals, key);
  draft.set(proposals, key, proposal);
}

/** Deletes a proposal. */
export function deleteProposal({ draft }: Context, proposal: ProposalRow): void {
  const { id } = proposal;
  const key = proposals.key(id);
  draft.delete(inactiveProposals, inactiveProposals.key(proposal.deposit_end_time, id));
  if (proposal.voting_end_time !== null) {
    draft.delete(activeProposals, activeProposals.key(proposal.voting_end_time, id));
    draft.delete(votingProposals, key);
  }
  draft.delete(proposals, key);
}

/** Deletes the votes on a proposal. */
export function deleteVotes({ draft }: Context, id: ProposalId): void {
  const prefix = votes.keyPrefix(id);
  const keys = [...draft.entries(votes)].map(([key]) => key);
  for (const key of keys) if (key.startsWith(prefix)) draft.delete(votes, key);
}

/** Lets the voting on a proposal begin. */
export function beginVoting(context: Context, proposal: ProposalRow): void {
  const { draft, block } = context;
  const { voting_period: usual, expedited_voting_period: short } = govParamsOf(context);
  const end = block.time + ((proposal.expedited ? short : usual) ?? 0n);
  saveProposal(context, {
    ...proposal,
    voting_start_time: block.time,
    voting_end_time: end,
    status: 'PROPOSAL_STATUS_VOTING_PERIOD',
  });
  draft.delete(inactiveProposals, inactiveProposals.key(proposal.deposit_end_time, proposal.id));
  queue(context, activeProposals, end, proposal.id);
}

/** Notes that something happens to a proposal at a time. */
export function queue({ draft }: Context, table: ProposalQueue, time: Nanos, id: ProposalId): void {
  draft.set(table, table.key(time, id), id);
}

/** The proposals that are due by the time of the block, the earliest first and those of one time by number. */
export function dueIn({ draft, block }: Context, table: ProposalQueue): readonly ProposalId[] {
  if (draft.size(table) === 0) return [];
  return [...draft.entries(table)]
    .map(([key, id]) => ({ time: table.parts(key)[0], id }))
    .filter(({ time }) => time <= block.time)
    .toSorted((a, b) => compare(a.time, b.time) || compare(a.id, b.id))
    .map(({ id }) => id);
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
