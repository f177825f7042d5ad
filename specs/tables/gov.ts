import type { AccountAddress, Key, ProposalId } from '../key.ts';
import type { Coin, Message } from '../block.ts';
import { table, type Table } from '../table.ts';
import type { Hex, Nanos } from '../value.ts';

/** The store of the governance module. */
const store = 'gov';
const u64 = { as: 'u64' } as const;
const type = (message: string) => ({ as: 'proto', type: `cosmos.gov.v1.${message}` }) as const;

/** `cosmos.gov.v1.ProposalStatus`. */
export type ProposalStatus =
  | 'PROPOSAL_STATUS_DEPOSIT_PERIOD'
  | 'PROPOSAL_STATUS_VOTING_PERIOD'
  | 'PROPOSAL_STATUS_PASSED'
  | 'PROPOSAL_STATUS_REJECTED'
  | 'PROPOSAL_STATUS_FAILED';

/** `cosmos.gov.v1.VoteOption`. */
export type VoteOption =
  'VOTE_OPTION_UNSPECIFIED' | 'VOTE_OPTION_YES' | 'VOTE_OPTION_ABSTAIN' | 'VOTE_OPTION_NO' | 'VOTE_OPTION_NO_WITH_VETO';

/** `cosmos.gov.v1.TallyResult`: whole tokens, as text. */
export type TallyRow = {
  readonly yes_count: string;
  readonly abstain_count: string;
  readonly no_count: string;
  readonly no_with_veto_count: string;
};

/** `cosmos.gov.v1.Proposal`, without the text of the reason why it failed. */
export type ProposalRow = {
  readonly id: bigint;
  readonly messages: readonly Message[];
  readonly status: ProposalStatus;
  readonly final_tally_result: TallyRow;
  readonly submit_time: Nanos;
  readonly deposit_end_time: Nanos;
  readonly total_deposit: readonly Coin[];
  readonly voting_start_time: Nanos | null;
  readonly voting_end_time: Nanos | null;
  readonly metadata: string;
  readonly title: string;
  readonly summary: string;
  readonly proposer: string;
  readonly expedited: boolean;
};

/** `cosmos.gov.v1.Deposit`. */
export type DepositRow = { readonly proposal_id: bigint; readonly depositor: string; readonly amount: readonly Coin[] };

/** `cosmos.gov.v1.WeightedVoteOption`: the weight is a decimal as text. */
export type WeightedVoteOption = { readonly option: VoteOption; readonly weight: string };

/** `cosmos.gov.v1.Vote`. */
export type VoteRow = {
  readonly proposal_id: bigint;
  readonly voter: string;
  readonly options: readonly WeightedVoteOption[];
  readonly metadata: string;
};

/** `cosmos.gov.v1.Params`: shares are decimals as text. */
export type GovParamsRow = {
  readonly min_deposit: readonly Coin[];
  readonly max_deposit_period: Nanos | null;
  readonly voting_period: Nanos | null;
  readonly quorum: string;
  readonly threshold: string;
  readonly veto_threshold: string;
  readonly min_initial_deposit_ratio: string;
  readonly proposal_cancel_ratio: string;
  readonly proposal_cancel_dest: string;
  readonly expedited_voting_period: Nanos | null;
  readonly expedited_threshold: string;
  readonly expedited_min_deposit: readonly Coin[];
  readonly burn_vote_quorum: boolean;
  readonly burn_proposal_deposit_prevote: boolean;
  readonly burn_vote_veto: boolean;
  readonly min_deposit_ratio: string;
};

/** Proposals by the time of their next change; the value is the proposal id. */
export type ProposalQueue = Table<ProposalId, Key<[time: Nanos, id: ProposalId]>>;

/** By proposal id. A proposal that was cancelled, or did not get enough deposits, is deleted. */
export const proposals = table<ProposalRow, [id: ProposalId]>({
  name: `${store}/proposals`,
  store,
  prefix: '00',
  key: [u64],
  value: { ...type('Proposal'), without: ['failed_reason'] },
});

/** By `{time}/{id}`: proposals whose voting period ends at that time; the value is the id. */
export const activeProposals = queue('active-proposals', '01');

/** By `{time}/{id}`: proposals that are dropped at that time unless they get enough deposits; the value is the id. */
export const inactiveProposals = queue('inactive-proposals', '02');

/** The id of the next proposal; initially 1. */
export const nextProposalId = table<bigint, []>({
  name: `${store}/next-proposal-id`,
  store,
  prefix: '03',
  key: [],
  value: u64,
});

/** By proposal id: the proposals in their voting period; the value is one byte. */
export const votingProposals = table<Hex, [id: ProposalId]>({
  name: `${store}/voting-proposals`,
  store,
  prefix: '04',
  key: [u64],
  value: { as: 'hex' },
});

/** By `{proposal}/{depositor}`. */
export const deposits = table<DepositRow, [id: ProposalId, depositor: AccountAddress]>({
  name: `${store}/deposits`,
  store,
  prefix: '10',
  key: [u64, { as: 'lp8' }],
  value: type('Deposit'),
});

/** By `{proposal}/{voter}`: the last vote of each voter; deleted when votes are tallied. */
export const votes = table<VoteRow, [id: ProposalId, voter: AccountAddress]>({
  name: `${store}/votes`,
  store,
  prefix: '20',
  key: [u64, { as: 'lp8' }],
  value: type('Vote'),
});

/** The parameters of the module. */
export const govParams = table<GovParamsRow, []>({
  name: `${store}/params`,
  store,
  prefix: '30',
  key: [],
  value: type('Params'),
});

/** A constitution that no module reads. */
export const constitution = table<string, []>({
  name: `${store}/constitution`,
  store,
  prefix: '31',
  key: [],
  value: { as: 'text' },
});

function queue(what: string, prefix: string): ProposalQueue {
  return table<ProposalId, [time: Nanos, id: ProposalId]>({
    name: `${store}/${what}`,
    store,
    prefix,
    key: [{ as: 'time' }, u64],
    value: u64,
  });
}
