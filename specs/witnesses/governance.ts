import type { Message } from '../block.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { govParams, proposals, votes, type ProposalRow } from '../tables/gov.ts';
import { providerParams } from '../tables/provider.ts';
import { slashingParams } from '../tables/slashing.ts';
import { stakingParams } from '../tables/staking/chain.ts';
import { answered, onProvider, refused, succeeded, witness, type Witness } from '../witness.ts';

const SUBMIT = '/cosmos.gov.v1.MsgSubmitProposal';
const DEPOSIT = '/cosmos.gov.v1.MsgDeposit';
const VOTE = '/cosmos.gov.v1.MsgVote';
const WEIGHTED = '/cosmos.gov.v1.MsgVoteWeighted';
const CANCEL = '/cosmos.gov.v1.MsgCancelProposal';

/** Proposals from the first deposit to the end. */
export const GOVERNANCE_WITNESSES: readonly Witness[] = [
  witness(
    'proposal-submitted',
    SUBMIT,
    'A proposal waits for more deposits.',
    onProvider((event) => wrote(event, ({ status }) => status === 'PROPOSAL_STATUS_DEPOSIT_PERIOD')),
  ),
  witness(
    'voting-begun-by-deposit',
    DEPOSIT,
    'A later deposit brought a proposal to the vote.',
    onProvider(
      (event) =>
        succeeded(event, DEPOSIT) &&
        wrote(event, (row) => row.voting_start_time === event.block.time && row.submit_time < event.block.time),
    ),
  ),
  witness(
    'proposal-passed',
    'SDK x/gov',
    'A proposal passed, and all of its messages were carried out.',
    onProvider((event) => wrote(event, ({ status }) => status === 'PROPOSAL_STATUS_PASSED')),
  ),
  witness(
    'proposal-of-several-passed',
    'SDK x/gov',
    'A proposal with several messages passed.',
    onProvider((event) =>
      wrote(event, ({ status, messages }) => status === 'PROPOSAL_STATUS_PASSED' && messages.length > 1),
    ),
  ),
  witness(
    'one-of-several-failed',
    'SDK x/gov',
    'A proposal with several messages was accepted, and one of them was refused, so that none was carried out.',
    onProvider((event) =>
      wrote(event, ({ status, messages }) => status === 'PROPOSAL_STATUS_FAILED' && messages.length > 1),
    ),
  ),
  witness(
    'proposal-rejected',
    'SDK x/gov',
    'The voters did not want a proposal, or did not care.',
    onProvider((event) => wrote(event, ({ status }) => status === 'PROPOSAL_STATUS_REJECTED')),
  ),
  witness(
    'proposal-vetoed',
    'SDK x/gov',
    'More than a third of the voters vetoed a proposal, whose deposit is burnt.',
    onProvider((event) =>
      wrote(event, ({ status, final_tally_result: tally }) => {
        const all = Object.values(tally).reduce((sum, count) => sum + BigInt(count), 0n);
        return status === 'PROPOSAL_STATUS_REJECTED' && BigInt(tally.no_with_veto_count) * 3n > all;
      }),
    ),
  ),
  witness(
    'urgent-proposal-passed',
    'SDK x/gov',
    'An expedited proposal passed in its short voting period.',
    onProvider((event) => wrote(event, (row) => row.status === 'PROPOSAL_STATUS_PASSED' && row.expedited)),
  ),
  witness(
    'urgent-proposal-becomes-usual',
    'SDK x/gov',
    'An expedited proposal did not pass in time, and is voted on as any other.',
    onProvider((event) =>
      wrote(
        event,
        (row) =>
          row.status === 'PROPOSAL_STATUS_VOTING_PERIOD' &&
          !row.expedited &&
          row.voting_start_time !== event.block.time &&
          !succeeded(event, DEPOSIT),
      ),
    ),
  ),
  witness(
    'proposal-dropped',
    'SDK x/gov',
    'The deposits of a proposal did not suffice in time.',
    onProvider((event) => deleted(event) && !succeeded(event, CANCEL)),
  ),
  witness(
    'proposal-cancelled',
    CANCEL,
    'A proposer took its proposal back.',
    onProvider((event) => succeeded(event, CANCEL)),
  ),
  witness(
    'cancellation-of-another-refused',
    CANCEL,
    'Only the proposer can cancel a proposal.',
    onProvider((event) => refused(event, CANCEL, 'gov', 18)),
  ),
  witness(
    'split-vote',
    WEIGHTED,
    'Somebody split a vote between several options.',
    onProvider((event) => changesOf(event, votes).some(({ row }) => row !== undefined && row.options.length > 1)),
  ),
  witness(
    'vote-refused',
    VOTE,
    'A proposal that is not voted on takes no votes.',
    onProvider((event) => refused(event, VOTE, 'gov', 3) || refused(event, WEIGHTED, 'gov', 3)),
  ),
  witness(
    'invalid-vote-refused',
    WEIGHTED,
    'A vote for no option, or with weights that do not make up one, was refused.',
    onProvider((event) => refused(event, VOTE, 'gov', 7) || refused(event, WEIGHTED, 'gov', 7)),
  ),
  witness(
    'small-deposit-refused',
    DEPOSIT,
    'A deposit of less than a hundredth of the minimum was refused.',
    onProvider((event) => refused(event, DEPOSIT, 'gov', 16) || refused(event, SUBMIT, 'gov', 16)),
  ),
  witness(
    'proposed-message-malformed',
    SUBMIT,
    'A proposal with a malformed message was refused.',
    onProvider((event) => refused(event, SUBMIT, 'gov', 12)),
  ),
  witness(
    'proposed-message-of-another',
    SUBMIT,
    'A proposal with a message that somebody else would have to sign was refused.',
    onProvider((event) => refused(event, SUBMIT, 'gov', 13)),
  ),
  witness(
    'parameters-without-authority-refused',
    'MsgUpdateParams',
    'An account tried to change parameters in its own name.',
    onProvider((event) => isParameterChange(event, 'gov', 13)),
  ),
  witness(
    'governance-forged',
    'SDK x/auth (ante)',
    'An account signed a message in the name of governance.',
    onProvider((event) => isParameterChange(event, 'sdk', 8)),
  ),
  witness(
    'provider-parameters-changed',
    'interchain_security.ccv.provider.v1.MsgUpdateParams',
    'Governance changed the parameters of the provider module.',
    onProvider((event) => changesOf(event, providerParams).length > 0 && event.block.height > 1n),
  ),
  witness(
    'staking-parameters-changed',
    'cosmos.staking.v1beta1.MsgUpdateParams',
    'Governance changed the parameters of staking.',
    onProvider((event) => changesOf(event, stakingParams).length > 0 && event.block.height > 1n),
  ),
  witness(
    'slashing-parameters-changed',
    'cosmos.slashing.v1beta1.MsgUpdateParams',
    'Governance changed the parameters of slashing.',
    onProvider((event) => changesOf(event, slashingParams).length > 0 && event.block.height > 1n),
  ),
  witness(
    'governance-parameters-changed',
    'cosmos.gov.v1.MsgUpdateParams',
    'Governance changed its own parameters.',
    onProvider((event) => changesOf(event, govParams).length > 0 && event.block.height > 1n),
  ),
];

function wrote(event: BlockEvent, holds: (row: ProposalRow) => boolean): boolean {
  return changesOf(event, proposals).some(({ row }) => row !== undefined && holds(row));
}

function deleted(event: BlockEvent): boolean {
  return changesOf(event, proposals).some(({ row }) => row === undefined);
}

function isParameterChange(event: BlockEvent, codespace: string, code: number): boolean {
  const types = new Set(event.block.txs.flatMap(({ messages }) => messages.map(typeOf)));
  return [...types].some(
    (type) =>
      type.endsWith('.MsgUpdateParams') &&
      answered(event, type, (result) => result.codespace === codespace && result.code === code),
  );
}

function typeOf(message: Message): string {
  return message['@type'];
}
