import { SINGLETON } from '../key.ts';
import { describe } from 'vitest';
import type { RowChange } from '../block.ts';
import { govParams, proposals, votes, type GovParamsRow, type ProposalRow, type VoteRow } from '../tables/gov.ts';
import { providerParams, type ProviderParamsRow } from '../tables/provider.ts';
import { slashingParams, type SlashingParamsRow } from '../tables/slashing.ts';
import { stakingParams, type StakingParamsRow } from '../tables/staking/chain.ts';
import { drop, put } from '../testing/story.ts';
import { provider, sends, testWitnesses, type Case } from '../testing/witnesses.ts';
import { SECOND } from '../value.ts';
import { GOVERNANCE_WITNESSES } from './governance.ts';

const SUBMIT = '/cosmos.gov.v1.MsgSubmitProposal';
const DEPOSIT = '/cosmos.gov.v1.MsgDeposit';
const VOTE = '/cosmos.gov.v1.MsgVote';
const CANCEL = '/cosmos.gov.v1.MsgCancelProposal';
const PARAMS = '/cosmos.staking.v1beta1.MsgUpdateParams';
const MESSAGE = { '@type': PARAMS };

const nobody = { yes_count: '0', abstain_count: '0', no_count: '0', no_with_veto_count: '0' };

/** The parts of a proposal that witnesses read; it was submitted at second 1. */
function proposal(status: string, fields: Partial<ProposalRow> = {}): RowChange {
  const row: Partial<ProposalRow> = {
    messages: [MESSAGE],
    submit_time: SECOND,
    voting_start_time: SECOND,
    final_tally_result: nobody,
    expedited: false,
    ...fields,
    status: `PROPOSAL_STATUS_${status}` as ProposalRow['status'],
  };
  return put(proposals, proposals.key(1n), row as ProposalRow);
}

function vote(...options: readonly string[]): RowChange {
  const row = { options: options.map((option) => ({ option, weight: '0.5' })) };
  return put(votes, votes.key(1n, 'aa'), row as unknown as VoteRow);
}

function afterGenesis(row: RowChange): Case {
  return { yes: provider({}, { rows: [row] }), no: provider({ rows: [row] }) };
}

const several = [MESSAGE, MESSAGE];

describe('the witnesses of governance', () => {
  testWitnesses(GOVERNANCE_WITNESSES, {
    'proposal-submitted': {
      yes: provider({ rows: [proposal('DEPOSIT_PERIOD')] }),
      no: provider({ rows: [proposal('VOTING_PERIOD')] }),
    },
    'voting-started-by-deposit': {
      yes: provider({}, { rows: [proposal('VOTING_PERIOD', { voting_start_time: 2n * SECOND })], ...sends(DEPOSIT) }),
      no: provider({ rows: [proposal('VOTING_PERIOD')], ...sends(DEPOSIT) }),
    },
    'proposal-passed': {
      yes: provider({ rows: [proposal('PASSED')] }),
      no: provider({ rows: [proposal('FAILED')] }),
    },
    'proposal-of-several-passed': {
      yes: provider({ rows: [proposal('PASSED', { messages: several })] }),
      no: provider({ rows: [proposal('PASSED')] }),
    },
    'one-of-several-failed': {
      yes: provider({ rows: [proposal('FAILED', { messages: several })] }),
      no: provider({ rows: [proposal('FAILED')] }),
    },
    'proposal-rejected': {
      yes: provider({ rows: [proposal('REJECTED')] }),
      no: provider({ rows: [proposal('PASSED')] }),
    },
    'proposal-vetoed': {
      yes: provider({
        rows: [proposal('REJECTED', { final_tally_result: { ...nobody, no_count: '3', no_with_veto_count: '2' } })],
      }),
      no: provider({
        rows: [proposal('REJECTED', { final_tally_result: { ...nobody, no_count: '2', no_with_veto_count: '1' } })],
      }),
    },
    'expedited-proposal-passed': {
      yes: provider({ rows: [proposal('PASSED', { expedited: true })] }),
      no: provider({ rows: [proposal('PASSED')] }),
    },
    'expedited-proposal-became-regular': {
      yes: provider({}, { rows: [proposal('VOTING_PERIOD')] }),
      no: provider({ rows: [proposal('VOTING_PERIOD')] }),
    },
    'proposal-dropped': {
      yes: provider({ rows: [proposal('DEPOSIT_PERIOD')] }, { rows: [drop(proposals, proposals.key(1n))] }),
      no: provider(
        { rows: [proposal('DEPOSIT_PERIOD')] },
        { rows: [drop(proposals, proposals.key(1n))], ...sends(CANCEL) },
      ),
    },
    'proposal-cancelled': { yes: provider(sends(CANCEL)), no: provider(sends(CANCEL, 'gov/18')) },
    'cancellation-of-another-refused': {
      yes: provider(sends(CANCEL, 'gov/18')),
      no: provider(sends(CANCEL, 'gov/21')),
    },
    'split-vote': {
      yes: provider({ rows: [vote('VOTE_OPTION_YES', 'VOTE_OPTION_NO')] }),
      no: provider({ rows: [vote('VOTE_OPTION_YES')] }),
    },
    'vote-refused': { yes: provider(sends(VOTE, 'gov/3')), no: provider(sends(VOTE, 'gov/7')) },
    'invalid-vote-refused': { yes: provider(sends(VOTE, 'gov/7')), no: provider(sends(VOTE, 'gov/3')) },
    'small-deposit-refused': { yes: provider(sends(DEPOSIT, 'gov/16')), no: provider(sends(DEPOSIT, 'gov/23')) },
    'proposed-message-malformed': { yes: provider(sends(SUBMIT, 'gov/12')), no: provider(sends(SUBMIT, 'gov/13')) },
    'proposed-message-of-another': { yes: provider(sends(SUBMIT, 'gov/13')), no: provider(sends(SUBMIT, 'gov/12')) },
    'parameters-without-authority-refused': {
      yes: provider(sends(PARAMS, 'gov/13')),
      no: provider(sends(SUBMIT, 'gov/13')),
    },
    'governance-forged': { yes: provider(sends(PARAMS, 'sdk/8')), no: provider(sends(PARAMS, 'gov/13')) },
    'provider-parameters-changed': afterGenesis(put(providerParams, SINGLETON, {} as ProviderParamsRow)),
    'staking-parameters-changed': afterGenesis(put(stakingParams, SINGLETON, {} as StakingParamsRow)),
    'slashing-parameters-changed': afterGenesis(put(slashingParams, SINGLETON, {} as SlashingParamsRow)),
    'governance-parameters-changed': afterGenesis(put(govParams, SINGLETON, {} as GovParamsRow)),
  });
});
