import { SINGLETON } from '../../../specs/key.ts';
import { stakedGenesis } from '../../../specs/genesis.ts';
import {
  activeProposals,
  constitution,
  deposits,
  govParams,
  inactiveProposals,
  nextProposalId,
  proposals,
  votes,
  votingProposals,
} from '../../../specs/tables/gov.ts';
import type { Context, Module } from '../../context.ts';
import type { Router } from '../../router.ts';
import { moduleAccount } from '../auth/accounts.ts';
import type { RankedValidator } from '../staking/ranking.ts';
import { cancelProposal } from './cancel.ts';
import { decideActive, dropInactive } from './decide.ts';
import { deposit } from './deposits.ts';
import { updateGovParams } from './params.ts';
import { submitProposal, type MsgSubmitProposal } from './submit.ts';
import { vote, voteWeighted } from './vote.ts';

/** What the governance module needs of the program: whose power votes, and who carries out what passes. */
export interface Governed {
  readonly electorate: (context: Context) => readonly RankedValidator[];
  /** The program is complete only after its modules. */
  readonly router: () => Router;
}

/** The governance module: proposals, deposits and votes. */
export function govModule({ electorate, router }: Governed): Module {
  return {
    name: 'gov',
    initGenesis(context, genesis) {
      const staked = stakedGenesis(genesis);
      if (staked === undefined) return undefined;
      const { draft } = context;
      draft.set(nextProposalId, SINGLETON, 1n);
      draft.set(govParams, SINGLETON, staked.gov);
      draft.set(constitution, SINGLETON, '');
      moduleAccount(context, 'gov');
      return undefined;
    },
    exports: () => [
      nextProposalId,
      govParams,
      constitution,
      proposals,
      activeProposals,
      inactiveProposals,
      votingProposals,
      deposits,
      votes,
    ],
    endBlock(context) {
      dropInactive(context);
      decideActive(context, router(), electorate);
      return undefined;
    },
    handlers: {
      '/cosmos.gov.v1.MsgSubmitProposal': (context: Context, message: MsgSubmitProposal) =>
        submitProposal(context, router(), message),
      '/cosmos.gov.v1.MsgDeposit': deposit,
      '/cosmos.gov.v1.MsgVote': vote,
      '/cosmos.gov.v1.MsgVoteWeighted': voteWeighted,
      '/cosmos.gov.v1.MsgCancelProposal': cancelProposal,
      '/cosmos.gov.v1.MsgUpdateParams': updateGovParams,
    },
  };
}
